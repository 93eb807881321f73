// Which offices does anyone say that an actor holds, or that somebody holds of it?
MATCH (actor:Actor {id: $id})
CALL (actor) {
  MATCH (actor)<-[:SOURCE]-(claim:Claim {relation: 'HOLDS_ROLE'})
  RETURN claim
  UNION
  MATCH (actor)<-[:TARGET]-(claim:Claim {relation: 'HOLDS_ROLE'})
  RETURN claim
}
MATCH (article:Article)-[:STATES]->(claim)-[:SOURCE]->(person:Actor)
WHERE claim.role IS NOT NULL AND claim.rejected IS NULL
RETURN claim.key AS claim, person {.id, .key, .kind, .name} AS person, claim.role AS role,
       head([(claim)-[:TARGET]->(body:Actor) | body {.id, .key, .kind, .name}]) AS body,
       claim.status AS status, claim.role_from AS role_from, claim.role_to AS role_to, claim.day AS day, claim.quote AS quote,
       article {.key, .title, .publisher, .published} AS article, [(claim)-[:SAID_BY]->(speaker) | speaker.name] AS said_by;
