// Remove the derived edges of these pairs of actors.
UNWIND $pairs AS pair
MATCH (:Actor {id: pair[0]})-[edge]->(:Actor {id: pair[1]})
DELETE edge;
