// Which two of the thousand most mentioned actors do the most articles mention together? $limit: how many pairs
MATCH (known:Actor)
WHERE known.article_count > 0 AND known.id IS NOT NULL
WITH known
ORDER BY known.article_count DESC, known.id DESC
LIMIT 1000
WITH collect(known) AS most
UNWIND most AS one
MATCH (one)<-[:MENTIONS]-(article:Article)-[:MENTIONS]->(other:Actor)
WHERE one.id < other.id AND other.article_count >= most[-1].article_count
WITH one, other, count(DISTINCT article) AS articles
ORDER BY articles DESC, one.name, other.name
LIMIT toInteger(coalesce($limit, 25))
RETURN one.name AS one, other.name AS other, articles
ORDER BY articles DESC, one, other;
