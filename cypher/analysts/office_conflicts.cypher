// Of which two persons do articles say that they held one office at one time? $role: only this title
MATCH (claim:Claim {relation: 'HOLDS_ROLE', status: 'asserted'})-[:SOURCE]->(person:Actor)
MATCH (claim)-[:TARGET]->(body:Actor)
WHERE claim.role IS NOT NULL AND claim.rejected IS NULL AND ($role IS NULL OR toLower(claim.role) = toLower($role))
WITH toLower(claim.role) AS role, body, person,
     min(coalesce(claim.role_from, claim.day)) AS first, max(coalesce(claim.role_to, claim.day)) AS last,
     head(collect(claim.quote)) AS sentence
WITH role, body, collect({id: person.id, name: person.name, first: first, last: last, sentence: sentence}) AS holders
WHERE size(holders) > 1
UNWIND holders AS one
UNWIND holders AS other
WITH role, body, one, other
WHERE one.id < other.id AND one.first <= other.last AND other.first <= one.last
RETURN role, body.name AS of, one.name AS one, one.first AS one_first, one.last AS one_last, one.sentence AS one_sentence,
       other.name AS other, other.first AS other_first, other.last AS other_last, other.sentence AS other_sentence
ORDER BY of, role, one, other;
