// Which claims of an article come first, what do they touch, and who is named in them?
MATCH (:Article {id: $article})-[:STATES]->(claim:Claim)
WITH claim
LIMIT $limit
RETURN claim.id AS id, claim.pair AS pair, claim.relation AS relation, claim.thread AS thread, claim.moment AS moment,
       head([(claim)-[:PART_OF]->(event:Event) | event.id]) AS event,
       [(claim)-[:SOURCE|TARGET|AT|SAID_BY]->(actor:Actor) | actor.id] AS actors;
