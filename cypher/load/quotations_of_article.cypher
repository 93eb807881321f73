// What is needed to write the quotations of an article out again, in their order?
MATCH (:Article {id: $article})-[:QUOTES]->(quotation:Quotation)
WITH quotation
ORDER BY quotation.position
RETURN quotation {.*, speaker: head([(quotation)<-[said:SAID]-() | said.actor_id])} AS row;
