// Which claims of an article pass the filters, the latest first?
MATCH (article:Article {key: $article})-[:STATES]->(claim:Claim)-[:SOURCE]->(source:Actor)
WHERE ($relation IS NULL OR claim.relation = $relation)
  AND ($status IS NULL OR claim.status = $status)
  AND ($source IS NULL OR source.key = $source)
  AND ($target IS NULL OR EXISTS { (claim)-[:TARGET]->(:Actor {key: $target}) })
  AND ($actor IS NULL OR source.key = $actor OR EXISTS { (claim)-[:TARGET]->(:Actor {key: $actor}) })
  AND ($rating IS NULL OR EXISTS { MATCH (rated:Publisher {name: article.publisher}) WHERE rated.rating <= $rating })
WITH article, claim, source
ORDER BY claim.day DESC, claim.id DESC
SKIP $skip
LIMIT $limit
RETURN claim {.*, date_from: toString(claim.date_from), date_to: toString(claim.date_to)} AS claim,
       source {.id, .key, .kind, .name} AS source,
       head([(claim)-[:TARGET]->(target:Actor) | target {.id, .key, .kind, .name}]) AS target,
       article {.key, .id, .title, .publisher, .published, .url} AS article,
       [(claim)-[said:SAID_BY]->(speaker) | {order: said.order, cue: said.cue, actor: speaker {.id, .key, .kind, .name}}] AS said_by
ORDER BY claim.day DESC, claim.id DESC;
