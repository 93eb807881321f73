// Which two actors do the most articles mention together? $limit: how many pairs
MATCH (one:Actor)<-[:MENTIONS]-(article:Article)-[:MENTIONS]->(other:Actor)
WHERE one.id < other.id
RETURN one.name AS one, other.name AS other, count(DISTINCT article) AS articles
ORDER BY articles DESC, one, other
LIMIT toInteger(coalesce($limit, 25));
