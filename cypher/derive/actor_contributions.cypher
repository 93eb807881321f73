// What do articles say of these actors: each distinct contribution and in how many articles?
UNWIND $actors AS id
MATCH (actor:Actor {id: id})
OPTIONAL MATCH (:Article)-[mention:MENTIONS]->(actor)
WITH actor, mention.kind AS kind, mention.name AS name, mention.names AS names, mention.wikidata AS wikidata,
     mention.country AS country, mention.sector AS sector, count(mention) AS article_count
RETURN actor.id AS id, kind, name, names, wikidata, country, sector, article_count;
