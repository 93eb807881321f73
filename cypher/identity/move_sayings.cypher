// Let what these articles quote of an extracted id be of another actor.
UNWIND $moves AS move
MATCH (to:Actor {id: move.to})
UNWIND move.articles AS id
MATCH (:Article {id: id})-[:QUOTES]->(quotation:Quotation)<-[old:SAID {actor_id: move.identity}]-(:Actor)
CREATE (to)-[new:SAID]->(quotation)
SET new = properties(old)
DELETE old;
