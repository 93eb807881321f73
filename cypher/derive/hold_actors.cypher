// Keep everybody else from changing what follows for these actors until the transaction ends.
UNWIND $actors AS id
MATCH (actor:Actor {id: id})
SET actor.locked = true
REMOVE actor.locked;
