// Connect claims with where they happened.
UNWIND $rows AS row
MATCH (claim:Claim {id: row.claim})
MATCH (place:Actor {id: row.actor})
CREATE (claim)-[:AT {actor_id: row.actor_id}]->(place);
