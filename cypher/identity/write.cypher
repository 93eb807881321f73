// Write judgements.
UNWIND $rows AS row
MERGE (judgement:Judgement {id: row.id})
SET judgement = row;
