// Write between which two actors claims are, and by which day they are ordered.
UNWIND $rows AS row
MATCH (article:Article)-[:STATES]->(claim:Claim {id: row.id})
SET claim.pair = row.pair,
    claim.day = coalesce(toString(claim.date_from), article.published, '');
