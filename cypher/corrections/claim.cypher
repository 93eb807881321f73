// Which claim has this id or key, in which article, and by what mark do judgements know it?
CALL () {
  MATCH (claim:Claim {id: $claim})
  RETURN claim
  UNION
  MATCH (claim:Claim {key: $claim})
  RETURN claim
}
MATCH (article:Article)-[:STATES]->(claim)
RETURN claim.id AS id, article.id AS article, claim.mark AS mark;
