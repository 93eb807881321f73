// Write between which two actors claims are, and of which thread; those of none are part of no event.
UNWIND $rows AS row
MATCH (claim:Claim {id: row.id})
SET claim.pair = row.pair,
    claim.thread = row.thread
WITH row, claim
WHERE row.thread IS NULL
MATCH (claim)-[part:PART_OF]->(:Event)
DELETE part;
