// Remove some of all nodes but the one that says what the graph is.
MATCH (node)
WHERE NOT node:Graph
WITH node
LIMIT 1000
DETACH DELETE node
RETURN count(*) AS removed;
