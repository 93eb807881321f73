// What do articles contribute to these extracted ids: each distinct contribution, and how many articles make it?
UNWIND $ids AS id
MATCH (:Article)-[mention:MENTIONS {actor_id: id}]->(:Actor)
RETURN id AS actor, mention.part AS part, mention.kind AS kind, mention.name AS name, mention.names AS names,
       mention.wikidata AS wikidata, mention.country AS country, mention.sector AS sector, count(mention) AS article_count;
