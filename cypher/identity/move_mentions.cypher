// Let what these articles contribute under an extracted id belong to another actor.
UNWIND $moves AS move
MATCH (to:Actor {id: move.to})
UNWIND move.articles AS id
MATCH (article:Article {id: id})-[old:MENTIONS {actor_id: move.identity}]->(:Actor)
CREATE (article)-[new:MENTIONS]->(to)
SET new = properties(old)
DELETE old;
