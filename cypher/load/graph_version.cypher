// Which version of the schema has the graph?
MATCH (graph:Graph {id: 'newsgraph'})
RETURN graph.schema_version AS schema_version;
