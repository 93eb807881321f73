// Which of these judgements stand?
MATCH (judgement:Judgement)
WHERE judgement.id IN $ids
RETURN judgement {.*} AS judgement;
