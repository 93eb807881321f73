// Write derived edges between actors.
UNWIND $rows AS row
MATCH (source:Actor {id: row.source})
MATCH (target:Actor {id: row.target})
CREATE (source)-[edge:$(row.relation)]->(target)
SET edge = row.properties,
    edge.first_date = date(row.first_date),
    edge.last_date = date(row.last_date);
