// Make sure that the actors of an article are there; what they are called follows by derivation.
UNWIND $rows AS row
MERGE (actor:Actor {id: row.id})
ON CREATE SET actor.key = row.key, actor.name = row.name;
