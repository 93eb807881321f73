// Remove edges that leave these actors and that no claim bears out; there are none unless somebody wrote into the graph.
UNWIND $actors AS id
MATCH (source:Actor {id: id})-[edge]->(target:Actor)
WHERE NOT EXISTS {
  MATCH (claim:Claim {relation: type(edge)})
  WHERE claim.pair IN [source.id + '~' + target.id, target.id + '~' + source.id]
}
DELETE edge;
