// Write judgements that were withdrawn, with who did so, when and why.
UNWIND $rows AS row
MERGE (judgement:Withdrawn {id: row.id})
SET judgement = row;
