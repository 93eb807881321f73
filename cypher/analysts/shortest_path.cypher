// How are two actors connected, in the fewest steps, and by which sentences? $from, $to: names
MATCH (start:Actor {name: $from})
MATCH (end:Actor {name: $to})
MATCH path = SHORTEST 1 (start) ((:Actor)-[edge]-(:Actor)){1,6} (end)
UNWIND range(0, length(path) - 1) AS step
WITH step, relationships(path)[step] AS edge
WITH step, edge, startNode(edge) AS source, endNode(edge) AS target
CALL (edge, source, target) {
  MATCH (claim:Claim)
  WHERE claim.pair IN [source.id + '~' + target.id, target.id + '~' + source.id]
    AND claim.relation = type(edge)
    AND claim.status = 'asserted'
  MATCH (claim)-[:SOURCE]->(doer:Actor)
  WHERE edge.symmetric OR doer = source
  RETURN coalesce(claim.quote, 'coded, no sentence') AS sentence, [(claim)-[:SAID_BY]->(speaker) | speaker.name] AS said_by
  ORDER BY size(said_by), sentence
  LIMIT 1
}
RETURN step + 1 AS step, source.name AS who, type(edge) AS did, target.name AS whom, sentence, said_by
ORDER BY step;
