// Which edges are there between these pairs of actors?
UNWIND $ids AS id
WITH DISTINCT id
WITH id, split(id, '~') AS ends
MATCH (left:Actor {id: ends[0]})
MATCH (right:Actor {id: ends[1]})
WITH left, right
MATCH (left)-[edge]-(right)
RETURN 'edge' AS what, startNode(edge).id + '~' + type(edge) + '~' + endNode(edge).id AS key,
       [name IN keys(edge) | name + ' ' + toString(edge[name])] AS found;
