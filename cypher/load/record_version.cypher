// Record the version of the schema in the graph.
MERGE (graph:Graph {id: 'newsgraph'})
SET graph.schema_version = $schema_version;
