// Which relations do claims that pass the filters state between these pairs, and how many claims do so?
UNWIND $pairs AS pair
MATCH (claim:Claim {pair: pair})
USING INDEX claim:Claim(pair)
WHERE claim.relation IS NOT NULL AND claim.relation <> 'OTHER'
  AND ($relations IS NULL OR claim.relation IN $relations)
  AND ($statuses IS NULL OR claim.status IN $statuses)
MATCH (article:Article)-[:STATES]->(claim)-[:SOURCE]->(doer:Actor)
MATCH (claim)-[:TARGET]->(other:Actor)
WITH claim, article, doer.id AS doer, other.id AS other, claim.relation IN $symmetric AS symmetric, EXISTS { (claim)-[:SAID_BY]->() } AS reported
WHERE ($date_from IS NULL OR coalesce(toString(claim.date_to), article.published) >= $date_from)
  AND ($date_to IS NULL OR coalesce(toString(claim.date_from), article.published) < $date_to)
  AND ($publisher IS NULL OR article.publisher = $publisher)
  AND ($rating IS NULL OR EXISTS { MATCH (rated:Publisher {name: article.publisher}) WHERE rated.rating <= $rating })
  AND ($voice = 'any' OR ($voice = 'own' AND NOT reported) OR ($voice = 'others' AND reported))
WITH claim, article, symmetric, reported,
     CASE WHEN symmetric AND other < doer THEN other ELSE doer END AS source,
     CASE WHEN symmetric AND other < doer THEN doer ELSE other END AS target
WITH source, target, claim.relation AS relation, symmetric,
     count(claim) AS claim_count,
     count(DISTINCT article.id) AS article_count,
     count(DISTINCT article.publisher) AS publisher_count,
     count(CASE WHEN NOT reported THEN 1 END) AS own_voice_count,
     count(CASE WHEN claim.quote IS NULL THEN 1 END) AS coded_count,
     toString(min(claim.date_from)) AS first_date,
     toString(max(claim.date_to)) AS last_date,
     max(claim.confidence) AS confidence,
     collect(DISTINCT coalesce(toString(claim.date_from), article.published)) AS days
RETURN source, target, relation, symmetric, claim_count, article_count, publisher_count, own_voice_count, coded_count,
       first_date, last_date, confidence, COLLECT { UNWIND days AS day RETURN day ORDER BY day } AS days
ORDER BY source, target, relation;
