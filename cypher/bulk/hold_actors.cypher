// Keep everybody else from changing who these actors are until the transaction ends; return those that are there.
UNWIND $actors AS id
MATCH (actor:Actor {id: id})
SET actor.locked = true
REMOVE actor.locked
RETURN actor.id AS id;
