// What is needed to write the claims of an article out again, in their order?
MATCH (:Article {id: $article})-[:STATES]->(claim:Claim)
WITH claim
ORDER BY claim.position
RETURN claim {
         .*, source: head([(claim)-[s:SOURCE]->() | s.actor_id]), target: head([(claim)-[t:TARGET]->() | t.actor_id]),
         place: head([(claim)-[p:AT]->() | p.actor_id]), denies: head([(claim)-[:DENIES]->(denied) | denied.id]),
         said_by: [(claim)-[b:SAID_BY]->() | [b.order, b.actor_id, b.cue]]
       } AS row;
