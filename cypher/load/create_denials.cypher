// Connect denials with the claims that they deny.
UNWIND $rows AS row
MATCH (denial:Claim {id: row.claim})
MATCH (denied:Claim {id: row.denies})
CREATE (denial)-[:DENIES]->(denied);
