// Who did what to whom, by which sentence, the latest first? $actor: only of this name; $rating: only publishers rated so, from A to E, or better; $from, $to: days
MATCH (article:Article)-[:STATES]->(claim:Claim)-[:SOURCE]->(source:Actor)
MATCH (claim)-[:TARGET]->(target:Actor)
WHERE NOT claim.relation IN ['HOLDS_ROLE', 'AFFILIATED_WITH']
  AND claim.rejected IS NULL
  AND ($rating IS NULL OR EXISTS { MATCH (rated:Publisher {name: article.publisher}) WHERE rated.rating <= $rating })
  AND ($actor IS NULL OR $actor IN [source.name, target.name])
  AND ($from IS NULL OR coalesce(claim.date_to, date(article.published)) >= date($from))
  AND ($to IS NULL OR coalesce(claim.date_from, date(article.published)) < date($to))
RETURN source.name AS who, claim.relation AS did, target.name AS whom, claim.status AS status, claim.condition AS condition,
       [(claim)-[:SAID_BY]->(speaker) | speaker.name] AS said_by, coalesce(claim.quote, 'coded, no sentence') AS sentence,
       article.publisher AS publisher, article.published AS published
ORDER BY published DESC, article.id, claim.position;
