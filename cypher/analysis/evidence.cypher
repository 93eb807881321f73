// By which claims that pass the filters are these pairs connected, the latest first, some of each?
UNWIND $pairs AS pair
CALL (pair) {
  MATCH (claim:Claim {pair: pair})
  USING INDEX claim:Claim(pair)
  WHERE claim.relation IS NOT NULL AND claim.relation <> 'OTHER'
    AND ($relations IS NULL OR claim.relation IN $relations)
    AND ($statuses IS NULL OR claim.status IN $statuses)
  MATCH (article:Article)-[:STATES]->(claim)-[:SOURCE]->(source:Actor)
  MATCH (claim)-[:TARGET]->(target:Actor)
  WITH claim, article, source, target, EXISTS { (claim)-[:SAID_BY]->() } AS reported
  WHERE ($date_from IS NULL OR coalesce(toString(claim.date_to), article.published) >= $date_from)
    AND ($date_to IS NULL OR coalesce(toString(claim.date_from), article.published) < $date_to)
    AND ($publisher IS NULL OR article.publisher = $publisher)
  AND ($rating IS NULL OR EXISTS { MATCH (rated:Publisher {name: article.publisher}) WHERE rated.rating <= $rating })
    AND ($voice = 'any' OR ($voice = 'own' AND NOT reported) OR ($voice = 'others' AND reported))
  RETURN claim, article, source, target
  ORDER BY claim.day DESC, claim.id
  LIMIT $limit
}
RETURN pair, source.name AS who, claim.relation AS did, target.name AS whom, claim.status AS status, claim.day AS day,
       coalesce(claim.quote, 'coded, no sentence') AS sentence,
       COLLECT { MATCH (claim)-[said:SAID_BY]->(speaker:Actor) RETURN speaker.name ORDER BY said.order } AS said_by,
       article.publisher AS publisher, claim.key AS claim
ORDER BY pair, day DESC, claim;
