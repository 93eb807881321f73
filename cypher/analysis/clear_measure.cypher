// Remove a measure from the actors that come next, in order of their ids; tell the last of them.
MATCH (actor:Actor)
WHERE actor.id > $after
WITH actor
ORDER BY actor.id
LIMIT $limit
SET actor += $nothing
RETURN max(actor.id) AS after;
