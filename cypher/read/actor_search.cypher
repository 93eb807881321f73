// Which actors have a name like this, the most mentioned first among equals?
CALL db.index.fulltext.queryNodes('actor_names', $search)
YIELD node AS actor, score
WHERE ($kind IS NULL OR actor.kind = $kind)
  AND ($country IS NULL OR actor.country = $country)
WITH actor,
     CASE
       WHEN toLower(actor.name) = $exact THEN 3
       WHEN any(alias IN actor.aliases WHERE toLower(alias) = $exact) THEN 2
       WHEN toLower(actor.name) STARTS WITH $exact THEN 1
       ELSE 0
     END AS closeness,
     score
ORDER BY closeness DESC, score * log10(10 + actor.article_count) DESC, actor.id
SKIP $skip
LIMIT $limit
RETURN actor {.id, .key, .kind, .name, .aliases, .wikidata, .country, .sector, .article_count} AS actor;
