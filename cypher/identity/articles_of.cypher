// Which articles mention an extracted id?
MATCH (article:Article)-[:MENTIONS {actor_id: $id}]->(:Actor)
RETURN article.id AS article
ORDER BY article;
