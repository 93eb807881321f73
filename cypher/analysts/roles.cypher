// Who held which office when, and by how many articles? $actor: only of this name, holder or body; $role: only this title
MATCH (article:Article)-[:STATES]->(claim:Claim {relation: 'HOLDS_ROLE'})-[:SOURCE]->(person:Actor)
OPTIONAL MATCH (claim)-[:TARGET]->(body:Actor)
WITH article, claim, person, body
WHERE claim.rejected IS NULL
  AND ($actor IS NULL OR $actor IN [person.name, body.name])
  AND ($role IS NULL OR toLower(claim.role) = toLower($role))
RETURN person.name AS who, toLower(claim.role) AS role, coalesce(body.name, claim.target_text) AS of,
       min(CASE WHEN claim.status = 'asserted' THEN coalesce(claim.role_from, claim.day) END) AS first,
       max(CASE WHEN claim.status = 'asserted' THEN coalesce(claim.role_to, claim.day) END) AS last,
       count(DISTINCT CASE WHEN claim.status = 'asserted' THEN article.id END) AS articles,
       count(DISTINCT CASE WHEN claim.status IN ['denied', 'negated'] THEN article.id END) AS denied_in,
       collect(DISTINCT article.publisher) AS publishers
ORDER BY of, role, first, who;
