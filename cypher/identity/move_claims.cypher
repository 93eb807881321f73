// Let what these articles claim of an extracted id, or in its words, or at it, be of another actor.
UNWIND $moves AS move
MATCH (to:Actor {id: move.to})
UNWIND move.articles AS id
MATCH (:Article {id: id})-[:STATES]->(claim:Claim)-[old:SOURCE|TARGET|SAID_BY|AT {actor_id: move.identity}]->(:Actor)
CREATE (claim)-[new:$(type(old))]->(to)
SET new = properties(old)
DELETE old;
