// Who denied what about whom: each denial with the claim that it denies? $rating: only publishers rated so, from A to E, or better; $actor: only of this name
MATCH (article:Article)-[:STATES]->(denial:Claim {relation: 'DENIED'})-[:SOURCE]->(source:Actor)
OPTIONAL MATCH (denial)-[:TARGET]->(target:Actor)
OPTIONAL MATCH (denial)-[:DENIES]->(denied:Claim)
WITH article, denial, source, target, denied
WHERE denial.rejected IS NULL
  AND ($actor IS NULL OR $actor IN [source.name, target.name])
  AND ($rating IS NULL OR EXISTS { MATCH (rated:Publisher {name: article.publisher}) WHERE rated.rating <= $rating })
RETURN source.name AS who, coalesce(target.name, denial.target_text) AS about, denied.caption AS denied_claim,
       [(denial)-[:SAID_BY]->(speaker) | speaker.name] AS said_by, coalesce(denial.quote, 'coded, no sentence') AS sentence,
       article.publisher AS publisher, article.published AS published
ORDER BY published DESC, who, about, sentence;
