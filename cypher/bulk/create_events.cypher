// Write events whose properties are known, and which claims are of them.
UNWIND $rows AS row
CREATE (event:Event)
SET event = row.properties
WITH row, event
UNWIND row.claims AS id
MATCH (claim:Claim {id: id})
CREATE (claim)-[:PART_OF]->(event);
