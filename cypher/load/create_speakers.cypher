// Connect claims with the chain of who reports them.
UNWIND $rows AS row
MATCH (claim:Claim {id: row.claim})
MATCH (speaker:Actor {id: row.actor})
CREATE (claim)-[:SAID_BY {actor_id: row.actor_id, order: row.order, cue: row.cue}]->(speaker);
