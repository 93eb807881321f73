// Remove what an article contributes under these extracted ids.
MATCH (:Article {id: $article})-[mention:MENTIONS]->(:Actor)
WHERE mention.actor_id IN $ids
DELETE mention;
