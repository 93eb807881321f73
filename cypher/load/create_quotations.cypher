// Write the quotations of an article.
UNWIND $rows AS row
MATCH (article:Article {id: $article})
CREATE (quotation:Quotation {id: row.id})
SET quotation = row
CREATE (article)-[:QUOTES]->(quotation);
