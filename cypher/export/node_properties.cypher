// Which properties of which types have the nodes of a label?
MATCH (node:$($label))
UNWIND keys(node) AS name
RETURN DISTINCT name, valueType(node[name]) AS type;
