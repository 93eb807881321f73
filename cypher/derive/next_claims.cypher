// Which claims come next, in order of their ids, and what follows from what?
MATCH (claim:Claim)
WHERE claim.id > $after
WITH claim
ORDER BY claim.id
LIMIT $limit
MATCH (article:Article)-[:STATES]->(claim)
OPTIONAL MATCH (claim)-[from:SOURCE]->(source:Actor)
OPTIONAL MATCH (claim)-[to:TARGET]->(target:Actor)
OPTIONAL MATCH (claim)-[at:AT]->(:Actor)
RETURN claim.id AS id, claim.relation AS relation, claim.status AS status, claim.date AS date, claim.trigger AS trigger,
       claim.quote AS quote, article.id AS article, article.published AS published,
       source.id AS source, target.id AS target, from.actor_id AS source_id, to.actor_id AS target_id,
       head([(article)-[mention:MENTIONS]->(:Actor) WHERE mention.actor_id = at.actor_id | mention {.country, .kind}]) AS place
ORDER BY id;
