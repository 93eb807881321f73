// What do some assert and others deny: the same relation between the same two?
MATCH (one:Actor)<-[:SOURCE]-(denied:Claim)-[:TARGET]->(other:Actor)
WHERE denied.status IN ['denied', 'negated']
MATCH (one)-[edge]-(other)
WHERE type(edge) = denied.relation AND (edge.symmetric OR startNode(edge) = one)
WITH denied, edge, startNode(edge) AS source, endNode(edge) AS target
MATCH (asserted:Claim {pair: denied.pair, relation: denied.relation, status: 'asserted'})-[:SOURCE]->(doer:Actor)
WHERE edge.symmetric OR doer = source
MATCH (here:Article)-[:STATES]->(asserted)
MATCH (there:Article)-[:STATES]->(denied)
WITH edge, source, target, asserted, denied, here, there
ORDER BY here.published, asserted.id, there.published, denied.id
RETURN source.name AS who, type(edge) AS did, target.name AS whom,
       collect(DISTINCT here.publisher) AS asserted_by, collect(DISTINCT asserted.quote) AS asserting,
       collect(DISTINCT there.publisher) AS denied_in, collect(DISTINCT denied.quote) AS denying
ORDER BY who, did, whom;
