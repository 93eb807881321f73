// Which edges does no writer report in an own voice: only some party says so?
MATCH (source:Actor)-[edge]->(target:Actor)
WHERE edge.own_voice_count = 0
MATCH (claim:Claim)
WHERE claim.pair IN [source.id + '~' + target.id, target.id + '~' + source.id]
  AND claim.relation = type(edge)
  AND claim.status = 'asserted'
MATCH (claim)-[:SOURCE]->(doer:Actor)
WHERE edge.symmetric OR doer = source
MATCH (claim)-[:SAID_BY]->(speaker:Actor)
WITH edge, source, target, claim, speaker
ORDER BY speaker.name, claim.quote
RETURN source.name AS who, type(edge) AS did, target.name AS whom, collect(DISTINCT speaker.name) AS said_by,
       collect(DISTINCT claim.quote) AS sentences
ORDER BY who, did, whom;
