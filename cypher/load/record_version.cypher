// Record the version of the schema in the graph, and how it came to it.
MERGE (graph:Graph {id: 'newsgraph'})
SET graph.migrations = CASE WHEN graph.schema_version = $schema_version THEN graph.migrations ELSE coalesce(graph.migrations, []) + $migrations END,
    graph.schema_version = $schema_version;
