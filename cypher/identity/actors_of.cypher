// Which actors are mentioned under an extracted id?
MATCH (:Article)-[:MENTIONS {actor_id: $id}]->(actor:Actor)
RETURN DISTINCT actor.id AS actor
ORDER BY actor;
