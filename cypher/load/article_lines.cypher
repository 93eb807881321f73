// What is needed to write some articles out again as the lines that brought them, in order of their ids?
MATCH (article:Article)
WHERE article.id > $after AND article.line_sha256 IS NOT NULL
WITH article
ORDER BY article.id
LIMIT $limit
RETURN article {.*, loaded_at: toString(article.loaded_at)} AS article,
       [(article)-[mention:MENTIONS]->() | mention {.*}] AS actors,
       COLLECT {
         MATCH (article)-[:STATES]->(claim:Claim)
         RETURN claim {
           .*, source: head([(claim)-[s:SOURCE]->() | s.actor_id]), target: head([(claim)-[t:TARGET]->() | t.actor_id]),
           place: head([(claim)-[p:AT]->() | p.actor_id]), denies: head([(claim)-[:DENIES]->(denied) | denied.id]),
           said_by: [(claim)-[b:SAID_BY]->() | [b.order, b.actor_id, b.cue]]
         }
         ORDER BY claim.position
       } AS claims,
       COLLECT {
         MATCH (article)-[:QUOTES]->(quotation:Quotation)
         RETURN quotation {.*, speaker: head([(quotation)<-[said:SAID]-() | said.actor_id])}
         ORDER BY quotation.position
       } AS quotations
ORDER BY article.id;
