// Which claims is an event made of, in the order in which they were told?
MATCH (event:Event {key: $key})<-[:PART_OF]-(claim:Claim)<-[:STATES]-(article:Article)
MATCH (claim)-[:SOURCE]->(source:Actor)
WITH article, claim, source
ORDER BY coalesce(article.published, ''), claim.id
SKIP $skip
LIMIT $limit
RETURN claim {.*, date_from: toString(claim.date_from), date_to: toString(claim.date_to)} AS claim,
       source {.id, .key, .kind, .name} AS source,
       head([(claim)-[:TARGET]->(target:Actor) | target {.id, .key, .kind, .name}]) AS target,
       article {.key, .id, .title, .publisher, .published, .url} AS article,
       [(claim)-[said:SAID_BY]->(speaker) | {order: said.order, cue: said.cue, actor: speaker {.id, .key, .kind, .name}}] AS said_by
ORDER BY coalesce(article.published, ''), claim.id;
