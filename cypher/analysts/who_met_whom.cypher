// Who met whom in a period? $rating: only publishers rated so, from A to E, or better; $from, $to: days, the second not included
MATCH (article:Article)-[:STATES]->(claim:Claim {relation: 'MET_WITH', status: 'asserted'})-[:SOURCE]->(source:Actor)
MATCH (claim)-[:TARGET]->(target:Actor)
WITH article, claim, source, target, coalesce(claim.date_from, date(article.published)) AS day
WHERE claim.rejected IS NULL
  AND ($from IS NULL OR day >= date($from))
  AND ($to IS NULL OR day < date($to))
  AND ($rating IS NULL OR EXISTS { MATCH (rated:Publisher {name: article.publisher}) WHERE rated.rating <= $rating })
RETURN source.name AS who, target.name AS met, toString(day) AS day, coalesce(claim.quote, 'coded, no sentence') AS sentence, article.publisher AS publisher,
       [(claim)-[:SAID_BY]->(speaker) | speaker.name] AS said_by
ORDER BY day DESC, who, met, sentence;
