// Is there an actor with this id?
MATCH (actor:Actor {id: $id})
RETURN actor.id AS id;
