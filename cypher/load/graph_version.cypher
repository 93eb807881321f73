// Which version of the schema has the graph, and how did it come to it?
MATCH (graph:Graph {id: 'newsgraph'})
RETURN graph.schema_version AS schema_version, coalesce(graph.migrations, []) AS migrations;
