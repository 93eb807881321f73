// Which line is loaded of an article, and of how many claims?
MATCH (article:Article {id: $article})
RETURN article.line_sha256 AS line_sha256, COUNT { (article)-[:STATES]->() } AS claim_count;
