// What speaks for and against that two actors are one: shared connections, articles that speak of both, and the times of those that speak of each?
UNWIND $pairs AS pair
MATCH (left:Actor {id: pair.left})
MATCH (right:Actor {id: pair.right})
CALL (left) {
  MATCH (left)<-[:MENTIONS]-(article:Article)
  RETURN min(article.published) AS left_from, max(article.published) AS left_to
}
CALL (right) {
  MATCH (right)<-[:MENTIONS]-(article:Article)
  RETURN min(article.published) AS right_from, max(article.published) AS right_to
}
RETURN pair.left AS left, pair.right AS right, left_from, left_to, right_from, right_to,
       COLLECT {
         MATCH (left)--(shared:Actor)--(right)
         WHERE shared <> left AND shared <> right
         WITH DISTINCT shared.name AS name
         RETURN name
         ORDER BY name
         LIMIT 10
       } AS shared,
       COUNT {
         MATCH (left)<-[:MENTIONS]-(article:Article)
         WHERE EXISTS { (article)-[:MENTIONS]->(right) }
         RETURN DISTINCT article
       } AS together;
