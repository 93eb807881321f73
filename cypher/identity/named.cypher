// What do these articles contribute to these extracted ids?
UNWIND $occurrences AS occurrence
MATCH (article:Article {id: occurrence.article})-[mention:MENTIONS {actor_id: occurrence.identity}]->(:Actor)
RETURN article.id AS article, mention.actor_id AS actor, mention.part AS part, mention.kind AS kind, mention.name AS name,
       mention.names AS names, mention.wikidata AS wikidata, mention.country AS country, mention.sector AS sector;
