// Make sure of actors, and keep everybody else from changing what follows for them until the transaction ends.
UNWIND $rows AS row
MERGE (actor:Actor {id: row.id})
SET actor.key = row.key;
