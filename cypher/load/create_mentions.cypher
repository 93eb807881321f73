// Write what one article contributes to its actors.
UNWIND $rows AS row
MATCH (article:Article {id: $article})
MATCH (actor:Actor {id: row.actor})
CREATE (article)-[mention:MENTIONS]->(actor)
SET mention = row.properties;
