// Which edges does no writer report in an own voice: only some party says so?
MATCH (source:Actor)-[edge]->(target:Actor)
WHERE edge.own_voice_count = 0
MATCH (source)--(claim:Claim {relation: type(edge), status: 'asserted'})--(target)
MATCH (claim)-[:SAID_BY]->(speaker:Actor)
RETURN source.name AS who, type(edge) AS did, target.name AS whom, collect(DISTINCT speaker.name) AS said_by,
       collect(DISTINCT claim.quote) AS sentences
ORDER BY who, did, whom;
