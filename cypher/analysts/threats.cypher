// Who threatened or warned whom, and under what condition? $rating: only publishers rated so, from A to E, or better; $actor: only of this name, on either side
MATCH (article:Article)-[:STATES]->(claim:Claim)-[:SOURCE]->(source:Actor)
MATCH (claim)-[:TARGET]->(target:Actor)
WHERE claim.relation IN ['THREATENED', 'WARNED']
  AND claim.rejected IS NULL
  AND ($actor IS NULL OR $actor IN [source.name, target.name])
  AND ($rating IS NULL OR EXISTS { MATCH (rated:Publisher {name: article.publisher}) WHERE rated.rating <= $rating })
RETURN source.name AS who, claim.relation AS did, target.name AS whom, claim.condition AS condition, claim.status AS status,
       coalesce(claim.quote, 'coded, no sentence') AS sentence, article.publisher AS publisher, article.published AS published
ORDER BY published DESC, who, whom, sentence;
