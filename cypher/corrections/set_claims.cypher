// Write whether claims are rejected.
UNWIND $rows AS row
MATCH (claim:Claim {id: row.id})
SET claim.rejected = row.rejected;
