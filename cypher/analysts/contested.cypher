// What do some assert and others deny: the same relation between the same two?
MATCH (source:Actor)<-[:SOURCE]-(asserted:Claim {status: 'asserted'})-[:TARGET]->(target:Actor)
MATCH (source)<-[:SOURCE]-(denied:Claim)-[:TARGET]->(target)
WHERE denied.relation = asserted.relation
  AND denied.status IN ['denied', 'negated']
MATCH (here:Article)-[:STATES]->(asserted)
MATCH (there:Article)-[:STATES]->(denied)
RETURN source.name AS who, asserted.relation AS did, target.name AS whom,
       collect(DISTINCT here.publisher) AS asserted_by, collect(DISTINCT asserted.quote) AS asserting,
       collect(DISTINCT there.publisher) AS denied_in, collect(DISTINCT denied.quote) AS denying
ORDER BY who, did, whom;
