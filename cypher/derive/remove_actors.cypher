// Remove actors that nothing mentions any more.
UNWIND $actors AS id
MATCH (actor:Actor {id: id})
WHERE NOT (actor)<-[:MENTIONS|SOURCE|TARGET|SAID_BY|AT]-() AND NOT (actor)-[:SAID]->()
DETACH DELETE actor;
