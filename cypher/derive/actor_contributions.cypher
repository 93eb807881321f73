// What do articles contribute to these actors: each distinct contribution, and how many articles make it?
UNWIND $actors AS id
MATCH (actor:Actor {id: id})<-[mention:MENTIONS]-(:Article)
RETURN id AS actor, mention.kind AS kind, mention.name AS name, mention.names AS names, mention.wikidata AS wikidata,
       mention.country AS country, mention.sector AS sector, count(mention) AS article_count;
