// Remove actors that no article mentions any more.
UNWIND $actors AS id
MATCH (actor:Actor {id: id})
DETACH DELETE actor;
