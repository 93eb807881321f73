// Who does anyone say holds these offices of these bodies?
UNWIND $ids AS id
MATCH (body:Actor {id: id})<-[:TARGET]-(claim:Claim {relation: 'HOLDS_ROLE'})-[:SOURCE]->(person:Actor)
WHERE toLower(claim.role) IN $titles AND claim.rejected IS NULL
MATCH (article:Article)-[:STATES]->(claim)
RETURN claim.key AS claim, person {.id, .key, .kind, .name} AS person, claim.role AS role, body {.id, .key, .kind, .name} AS body,
       claim.status AS status, claim.role_from AS role_from, claim.role_to AS role_to, claim.day AS day, claim.quote AS quote,
       article {.key, .title, .publisher, .published} AS article, [(claim)-[:SAID_BY]->(speaker) | speaker.name] AS said_by;
