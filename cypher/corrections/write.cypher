// Write corrections.
UNWIND $rows AS row
MERGE (correction:Correction {id: row.id})
SET correction = row;
