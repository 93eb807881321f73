// What does an article claim, in reading order?
MATCH (article:Article {key: $key})-[:STATES]->(claim:Claim)-[:SOURCE]->(source:Actor)
WITH article, claim, source
ORDER BY claim.position
SKIP $skip
LIMIT $limit
RETURN claim {.*, date_from: toString(claim.date_from), date_to: toString(claim.date_to)} AS claim,
       source {.id, .key, .kind, .name} AS source,
       head([(claim)-[:TARGET]->(target:Actor) | target {.id, .key, .kind, .name}]) AS target,
       article {.key, .id, .title, .publisher, .published, .url} AS article,
       [(claim)-[said:SAID_BY]->(speaker) | {order: said.order, cue: said.cue, actor: speaker {.id, .key, .kind, .name}}] AS said_by;
