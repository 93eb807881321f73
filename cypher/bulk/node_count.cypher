// How many nodes are there, but for the one that says what the graph is?
MATCH (node)
WHERE NOT node:Graph
RETURN count(node) AS nodes;
