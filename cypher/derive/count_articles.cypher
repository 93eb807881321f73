// How many articles mention each of these actors, under whatever id?
UNWIND $actors AS id
MATCH (actor:Actor {id: id})
RETURN actor.id AS actor, COUNT { MATCH (actor)<-[:MENTIONS]-(article:Article) RETURN DISTINCT article } AS article_count;
