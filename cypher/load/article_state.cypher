// What is loaded of an article: the hash of its line, and with whom its claims deal?
MATCH (article:Article {id: $article})
RETURN article.line_sha256 AS line_sha256,
       COUNT { (article)-[:STATES]->() } AS claim_count,
       COUNT { (article)-[:QUOTES]->() } AS quotation_count,
       [(article)-[:MENTIONS]->(actor) | actor.id] AS actors,
       [(article)-[:STATES]->(claim)-[:SOURCE]->(source) | [source.id, head([(claim)-[:TARGET]->(target) | target.id])]] AS pairs;
