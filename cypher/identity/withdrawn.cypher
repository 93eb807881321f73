// Which of these judgements were withdrawn?
MATCH (judgement:Withdrawn)
WHERE judgement.id IN $ids
RETURN judgement {.*} AS judgement;
