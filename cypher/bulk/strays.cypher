// Which of these extracted ids of an article are not those actors?
MATCH (article:Article {id: $article})
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor})
WHERE NOT EXISTS { MATCH (article)-[mention:MENTIONS]->(actor) WHERE mention.actor_id = row.identity }
RETURN row.identity AS identity;
