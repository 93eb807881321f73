// Which claims that pass the filters come next, in order of their ids, with who says so and where?
MATCH (claim:Claim)
WHERE claim.id > $after
WITH claim
ORDER BY claim.id
LIMIT $limit
MATCH (article:Article)-[:STATES]->(claim)-[:SOURCE]->(source:Actor)
OPTIONAL MATCH (claim)-[:TARGET]->(target:Actor)
WITH claim, article, source, target, EXISTS { (claim)-[:SAID_BY]->() } AS reported
WITH claim, article, source, target, claim.rejected IS NULL
  AND ($relations IS NULL OR claim.relation IN $relations)
  AND ($statuses IS NULL OR claim.status IN $statuses)
  AND ($date_from IS NULL OR coalesce(coalesce(toString(claim.date_to), article.published) >= $date_from, false))
  AND ($date_to IS NULL OR coalesce(coalesce(toString(claim.date_from), article.published) < $date_to, false))
  AND ($publisher IS NULL OR coalesce(article.publisher = $publisher, false))
  AND ($rating IS NULL OR EXISTS { MATCH (rated:Publisher {name: article.publisher}) WHERE rated.rating <= $rating })
  AND ($voice = 'any' OR ($voice = 'own' AND NOT reported) OR ($voice = 'others' AND reported)) AS passes
RETURN claim.id AS id, passes, source.id AS source, source.name AS source_name, claim.relation AS relation, claim.mode AS mode,
       target.id AS target, coalesce(target.name, claim.target_text) AS target_name, claim.status AS status,
       claim.condition AS condition, claim.date AS date, head([(claim)-[:AT]->(place:Actor) | place.id]) AS place, claim.role AS role,
       COLLECT { MATCH (claim)-[said:SAID_BY]->(speaker:Actor) RETURN speaker.name ORDER BY said.order } AS said_by,
       [(claim)-[:SAID_BY]->(speaker:Actor) | speaker.id] AS said_by_ids,
       claim.quote AS quote, CASE WHEN claim.quote IS NULL THEN 'coded, no sentence' ELSE 'sentence' END AS evidence,
       claim.plover AS plover, claim.cameo AS cameo, claim.confidence AS confidence, claim.rule AS rule, article.id AS article,
       article.title AS title, article.publisher AS publisher, article.published AS published, article.url AS url
ORDER BY id;
