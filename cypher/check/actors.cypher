// Which of these actors are there, and which edges leave them?
UNWIND $ids AS id
CALL (id) {
  MATCH (actor:Actor {id: id})
  RETURN 'actor' AS what, id AS key, '' AS found
  UNION ALL
  MATCH (actor:Actor {id: id})-[edge]->(target:Actor)
  RETURN 'edge' AS what, id + '~' + type(edge) + '~' + target.id AS key, '' AS found
}
RETURN what, key, found;
