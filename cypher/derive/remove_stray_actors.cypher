// Remove actors that no article mentions.
UNWIND $actors AS id
MATCH (actor:Actor {id: id})
WHERE NOT EXISTS { (actor)<-[:MENTIONS]-(:Article) }
DETACH DELETE actor;
