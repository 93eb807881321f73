// In how many articles is each of these actors mentioned, as it stands written?
UNWIND $actors AS id
MATCH (actor:Actor {id: id})
RETURN actor.id AS actor, coalesce(actor.article_count, 0) AS article_count;
