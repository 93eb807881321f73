// Remove judgements that followed from what articles said and follow no longer.
MATCH (judgement:Judgement)
WHERE judgement.id IN $ids
DELETE judgement;
