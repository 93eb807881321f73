// Which actors come next, in order of their ids?
MATCH (actor:Actor)
WHERE actor.id > $after
RETURN actor.id AS id
ORDER BY id
LIMIT $limit;
