// Which actors come next, with all their names, in order of their ids?
MATCH (actor:Actor)
WHERE actor.id > $after AND actor.name =~ '.*\\p{Lu}.*' AND ($kind IS NULL OR actor.kind = $kind)
RETURN actor.id AS id, actor.key AS key, actor.kind AS kind, actor.name AS name, actor.aliases AS aliases, actor.country AS country,
       actor.article_count AS articles
ORDER BY id
LIMIT $limit;
