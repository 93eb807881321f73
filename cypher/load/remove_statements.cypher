// Remove what an article brought: claims, quotations and mentions; the article itself stays.
MATCH (article:Article {id: $article})
CALL (article) {
  MATCH (article)-[:STATES]->(claim:Claim)
  DETACH DELETE claim
}
CALL (article) {
  MATCH (article)-[:QUOTES]->(quotation:Quotation)
  DETACH DELETE quotation
}
CALL (article) {
  MATCH (article)-[mention:MENTIONS]->()
  DELETE mention
};
