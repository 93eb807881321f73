// Give some actors the empty lists that a bulk import leaves out.
MATCH (actor:Actor)
WHERE actor.aliases IS NULL
WITH actor
LIMIT $limit
SET actor.aliases = []
RETURN count(*) AS changed;
