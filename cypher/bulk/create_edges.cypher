// Write derived edges whose properties are known, between ends that are there.
UNWIND $rows AS row
MATCH (source:Actor {id: row.source})
MATCH (target:Actor {id: row.target})
CREATE (source)-[edge:$(row.relation)]->(target)
SET edge = row.properties;
