// How much would go with these articles: what they brought, and the events and actors that only they know?
CALL () {
  MATCH (article:Article)
  WHERE article.id IN $ids
  RETURN count(article) AS articles, sum(COUNT { (article)-[:STATES]->() }) AS claims, sum(COUNT { (article)-[:QUOTES]->() }) AS quotations
}
CALL () {
  MATCH (article:Article)-[:STATES]->(:Claim)-[:PART_OF]->(event:Event)
  WHERE article.id IN $ids
  WITH DISTINCT event
  WHERE NOT EXISTS { MATCH (event)<-[:PART_OF]-(:Claim)<-[:STATES]-(other:Article) WHERE NOT other.id IN $ids }
  RETURN count(event) AS events
}
CALL () {
  MATCH (article:Article)-[:MENTIONS]->(actor:Actor)
  WHERE article.id IN $ids
  WITH DISTINCT actor
  WHERE NOT EXISTS { MATCH (actor)<-[:MENTIONS]-(other:Article) WHERE NOT other.id IN $ids }
  RETURN count(actor) AS actors
}
RETURN articles, claims, quotations, events, actors;
