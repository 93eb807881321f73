// Write what follows for actors from what articles say of them.
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id})
REMOVE actor:$($kinds)
SET actor += row.properties
SET actor:$(row.properties.kind);
