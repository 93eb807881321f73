// Write between which two actors claims are.
UNWIND $rows AS row
MATCH (claim:Claim {id: row.id})
SET claim.pair = row.pair;
