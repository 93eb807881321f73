// Remove what an article contributes under these extracted ids.
MATCH (article:Article {id: $article})
UNWIND $ids AS id
MATCH (article)-[mention:MENTIONS]->(:Actor)
WHERE mention.actor_id = id
DELETE mention;
