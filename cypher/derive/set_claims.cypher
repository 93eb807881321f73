// Write what follows for claims: between whom they are, of which thread and moment, whether they stand, and by which day they are ordered.
UNWIND $rows AS row
MATCH (article:Article)-[:STATES]->(claim:Claim {id: row.id})
SET claim.pair = row.pair,
    claim.thread = row.thread,
    claim.moment = row.moment,
    claim.mark = row.mark,
    claim.rejected = row.rejected,
    claim.place_country = row.place_country,
    claim.place_kind = row.place_kind,
    claim.day = coalesce(toString(claim.date_from), article.published, '')
WITH row, claim
WHERE row.thread IS NULL
MATCH (claim)-[part:PART_OF]->(:Event)
DELETE part;
