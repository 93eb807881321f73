// Which extracted ids of an article are actors of another id?
MATCH (:Article {id: $article})-[mention:MENTIONS]->(actor:Actor)
WHERE mention.actor_id <> actor.id
RETURN mention.actor_id AS identity, actor.id AS actor;
