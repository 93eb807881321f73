// Which properties of which types have the relationships of a type between nodes of newsgraph?
MATCH (source)-[edge:$($type)]->(target)
WHERE any(label IN labels(source) WHERE label IN $labels) AND any(label IN labels(target) WHERE label IN $labels)
UNWIND keys(edge) AS name
RETURN DISTINCT name, valueType(edge[name]) AS type;
