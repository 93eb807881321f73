// Remove the derived edges of these ties, in either direction.
UNWIND $ties AS tie
MATCH (left:Actor {id: tie.left})
MATCH (right:Actor {id: tie.right})
// Both ends first: the server then walks the edges of the one that has fewer.
WITH tie, left, right
MATCH (left)-[edge:$(tie.relation)]-(right)
DELETE edge;
