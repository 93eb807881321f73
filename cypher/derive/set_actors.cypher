// Write what follows for actors from the articles that mention them.
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id})
REMOVE actor:Person:Organization:Country:Place:Group
SET actor += row.properties, actor.kind = row.kind
SET actor:$(row.kind);
