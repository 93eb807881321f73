// Which claims come next, in order of their ids, and between whom are they?
MATCH (claim:Claim)
WHERE claim.id > $after
WITH claim
ORDER BY claim.id
LIMIT $limit
RETURN claim.id AS id,
       head([(claim)-[:SOURCE]->(source) | source.id]) AS source,
       head([(claim)-[:TARGET]->(target) | target.id]) AS target
ORDER BY id;
