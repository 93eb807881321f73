// Which extracted ids of actors come next, in their order?
MATCH (:Article)-[mention:MENTIONS]->(:Actor)
WHERE mention.actor_id > $after
WITH DISTINCT mention.actor_id AS id
ORDER BY id
LIMIT $limit
RETURN id
ORDER BY id;
