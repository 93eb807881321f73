// How are two actors connected, in the fewest steps, and by which sentences? $from, $to: names
MATCH (start:Actor {name: $from}), (end:Actor {name: $to})
MATCH path = SHORTEST 1 (start)--{1,6}(end)
WHERE all(node IN nodes(path) WHERE node:Actor)
UNWIND range(0, size(relationships(path)) - 1) AS step
WITH path, step, relationships(path)[step] AS edge
WITH step, edge, startNode(edge) AS source, endNode(edge) AS target
CALL (edge, source, target) {
  MATCH (source)--(claim:Claim {relation: type(edge), status: 'asserted'})--(target)
  RETURN claim.quote AS sentence
  ORDER BY sentence
  LIMIT 1
}
RETURN step + 1 AS step, source.name AS who, type(edge) AS did, target.name AS whom, sentence
ORDER BY step;
