// What happened between two actors, in order? $rating: only publishers rated so, from A to E, or better; $one, $other: names
MATCH (one:Actor {name: $one})
MATCH (other:Actor {name: $other})
MATCH (claim:Claim)
WHERE claim.pair IN [one.id + '~' + other.id, other.id + '~' + one.id]
MATCH (claim)-[:SOURCE]->(source:Actor)
MATCH (claim)-[:TARGET]->(target:Actor)
MATCH (article:Article)-[:STATES]->(claim)
WHERE claim.rejected IS NULL
  AND ($rating IS NULL OR EXISTS { MATCH (rated:Publisher {name: article.publisher}) WHERE rated.rating <= $rating })
RETURN toString(coalesce(claim.date_from, date(article.published))) AS day, source.name AS who, claim.relation AS did,
       target.name AS whom, claim.status AS status, claim.condition AS condition,
       [(claim)-[:SAID_BY]->(speaker) | speaker.name] AS said_by, coalesce(claim.quote, 'coded, no sentence') AS sentence, article.publisher AS publisher
ORDER BY day, who, did, sentence, publisher;
