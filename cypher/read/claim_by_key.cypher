// What does the claim with this key say, where, and who says it?
MATCH (article:Article)-[:STATES]->(claim:Claim {key: $key})-[:SOURCE]->(source:Actor)
RETURN claim {.*, date_from: toString(claim.date_from), date_to: toString(claim.date_to)} AS claim,
       source {.id, .key, .kind, .name} AS source,
       head([(claim)-[:TARGET]->(target:Actor) | target {.id, .key, .kind, .name}]) AS target,
       article {.key, .id, .title, .publisher, .published, .url} AS article,
       substring(coalesce(article.text, ''), CASE WHEN claim.start > $window THEN claim.start - $window ELSE 0 END,
                 coalesce(claim.end - claim.start, 0) + 2 * $window) AS surrounding,
       [(claim)-[said:SAID_BY]->(speaker) | {order: said.order, cue: said.cue, actor: speaker {.id, .key, .kind, .name}}] AS said_by,
       [(claim)-[:DENIES]->(denied) | denied {.key, .caption}] AS denies,
       [(claim)<-[:DENIES]-(denial) | denial {.key, .caption}] AS denied_by;
