// Which other actors of this kind have a name that shares a word with this one?
CALL db.index.fulltext.queryNodes('actor_names', $search, {limit: 500})
YIELD node AS actor, score
WHERE actor.kind = $kind AND actor.id <> $id
RETURN actor.id AS id, actor.key AS key, actor.kind AS kind, actor.name AS name, actor.aliases AS aliases, actor.country AS country,
       actor.article_count AS articles
ORDER BY score DESC, id
LIMIT 200;
