// Connect claims with their targets.
UNWIND $rows AS row
MATCH (claim:Claim {id: row.claim})
MATCH (target:Actor {id: row.actor})
CREATE (claim)-[:TARGET {actor_id: row.actor_id}]->(target);
