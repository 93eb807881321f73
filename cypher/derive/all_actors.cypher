// Which actors are there?
MATCH (actor:Actor)
RETURN actor.id AS id
ORDER BY id;
