// Which actors are mentioned in the most articles?
MATCH (actor:Actor)
WHERE actor.article_count > 0 AND actor.id IS NOT NULL
  AND ($kind IS NULL OR actor.kind = $kind)
  AND ($country IS NULL OR actor.country = $country)
RETURN actor {.id, .key, .kind, .name, .aliases, .wikidata, .country, .sector, .article_count} AS actor
ORDER BY actor.article_count DESC, actor.id DESC
SKIP $skip
LIMIT $limit;
