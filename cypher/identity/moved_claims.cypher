// Between whom are now, and between whom were, the claims of these articles in which an extracted id acts, is acted on or is the place?
UNWIND $moves AS move
UNWIND move.articles AS id
MATCH (:Article {id: id})-[:STATES]->(claim:Claim)-[:SOURCE|TARGET|AT {actor_id: move.identity}]->(:Actor)
WHERE claim.rejected IS NULL
WITH DISTINCT claim
RETURN claim.id AS id, claim.pair AS pair, claim.relation AS relation, claim.thread AS thread, claim.moment AS moment,
       head([(claim)-[:PART_OF]->(event) | event.id]) AS event,
       head([(claim)-[:SOURCE]->(source) | source.id]) AS source,
       head([(claim)-[:TARGET]->(target) | target.id]) AS target;
