// Which relationships of a type are there between nodes of newsgraph, with their properties?
MATCH (source)-[edge:$($type)]->(target)
WHERE any(label IN labels(source) WHERE label IN $labels) AND any(label IN labels(target) WHERE label IN $labels)
RETURN elementId(source) AS source, elementId(target) AS target, properties(edge) AS properties;
