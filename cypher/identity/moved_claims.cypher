// Between whom are now, and between whom were, the claims of these articles in which an extracted id acts or is acted on?
UNWIND $moves AS move
UNWIND move.articles AS id
MATCH (:Article {id: id})-[:STATES]->(claim:Claim)-[:SOURCE|TARGET {actor_id: move.identity}]->(:Actor)
WITH DISTINCT claim
RETURN claim.id AS id, claim.pair AS pair, claim.relation AS relation,
       head([(claim)-[:SOURCE]->(source) | source.id]) AS source,
       head([(claim)-[:TARGET]->(target) | target.id]) AS target;
