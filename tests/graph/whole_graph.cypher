// Everything in the graph, for comparing two graphs: nodes and relationships by their properties.
CALL () {
  MATCH (node)
  WHERE NOT node:Graph
  RETURN labels(node) AS kind, properties(node) AS properties, null AS source, null AS target
  UNION ALL
  MATCH (source)-[edge]->(target)
  RETURN [type(edge)] AS kind, properties(edge) AS properties, source.id AS source, target.id AS target
}
RETURN kind, properties, source, target;
