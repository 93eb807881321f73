// Which nodes have a label, with all their labels and properties?
MATCH (node:$($label))
RETURN elementId(node) AS id, labels(node) AS labels, properties(node) AS properties;
