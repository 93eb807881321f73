// What is needed to write some articles out again as the lines that brought them, in order of their ids?
MATCH (article:Article)
WHERE article.id > $after AND article.line_sha256 IS NOT NULL
WITH article
ORDER BY article.id
LIMIT $limit
WITH article, COUNT { (article)-[:STATES]->() } AS claim_count
RETURN article {.*, loaded_at: toString(article.loaded_at)} AS article, claim_count, claim_count > $large AS large,
       COUNT { (article)-[:MENTIONS]->() } AS actor_count, COUNT { (article)-[:QUOTES]->() } AS quotation_count,
       [(article)-[mention:MENTIONS]->() WHERE claim_count <= $large | mention {.*}] AS actors,
       COLLECT {
         MATCH (article)-[:STATES]->(claim:Claim)
         WHERE claim_count <= $large
         RETURN claim {
           .*, source: head([(claim)-[s:SOURCE]->() | s.actor_id]), target: head([(claim)-[t:TARGET]->() | t.actor_id]),
           place: head([(claim)-[p:AT]->() | p.actor_id]), denies: head([(claim)-[:DENIES]->(denied) | denied.id]),
           said_by: [(claim)-[b:SAID_BY]->() | [b.order, b.actor_id, b.cue]]
         }
         ORDER BY claim.position
       } AS claims,
       COLLECT {
         MATCH (article)-[:QUOTES]->(quotation:Quotation)
         WHERE claim_count <= $large
         RETURN quotation {.*, speaker: head([(quotation)<-[said:SAID]-() | said.actor_id])}
         ORDER BY quotation.position
       } AS quotations
ORDER BY article.id;
