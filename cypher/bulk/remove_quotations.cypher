// Remove some quotations of an article.
MATCH (:Article {id: $article})-[:QUOTES]->(quotation:Quotation)
WITH quotation
LIMIT $limit
DETACH DELETE quotation
RETURN count(*) AS removed;
