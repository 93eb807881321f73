// Which actors come next, in order of their ids?
MATCH (actor:Actor)
WHERE actor.id > $after
RETURN actor {.id, .key, .kind, .name, .aliases, .wikidata, .country, .sector, .article_count} AS actor
ORDER BY actor.id
LIMIT $limit;
