// Connect quotations with their speakers.
UNWIND $rows AS row
MATCH (quotation:Quotation {id: row.quotation})
MATCH (speaker:Actor {id: row.actor})
CREATE (speaker)-[:SAID {actor_id: row.actor_id}]->(quotation);
