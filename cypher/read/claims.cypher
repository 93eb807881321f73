// Which claims pass the filters, the latest first?
MATCH (claim:Claim)
WHERE claim.day >= '' AND claim.id IS NOT NULL
  AND ($relation IS NULL OR claim.relation = $relation)
  AND ($status IS NULL OR claim.status = $status)
  AND ($rating IS NULL OR EXISTS {
    MATCH (article:Article)-[:STATES]->(claim)
    MATCH (rated:Publisher {name: article.publisher})
    WHERE rated.rating <= $rating
  })
WITH claim
ORDER BY claim.day DESC, claim.id DESC
SKIP $skip
LIMIT $limit
MATCH (article:Article)-[:STATES]->(claim)-[:SOURCE]->(source:Actor)
RETURN claim {.*, date_from: toString(claim.date_from), date_to: toString(claim.date_to)} AS claim,
       source {.id, .key, .kind, .name} AS source,
       head([(claim)-[:TARGET]->(target:Actor) | target {.id, .key, .kind, .name}]) AS target,
       article {.key, .id, .title, .publisher, .published, .url} AS article,
       [(claim)-[said:SAID_BY]->(speaker) | {order: said.order, cue: said.cue, actor: speaker {.id, .key, .kind, .name}}] AS said_by
ORDER BY claim.day DESC, claim.id DESC;
