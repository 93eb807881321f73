// Which claims of an article come first, which ties are they of, and who is named in them?
MATCH (:Article {id: $article})-[:STATES]->(claim:Claim)
WITH claim
LIMIT $limit
RETURN claim.id AS id, claim.pair AS pair, claim.relation AS relation,
       [(claim)-[:SOURCE|TARGET|AT|SAID_BY]->(actor:Actor) | actor.id] AS actors;
