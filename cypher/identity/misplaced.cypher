// In which articles does an extracted id point to another actor than it should?
UNWIND $moves AS move
MATCH (article:Article)-[mention:MENTIONS {actor_id: move.identity}]->(actor:Actor)
WHERE actor.id <> move.to
  AND CASE WHEN move.article IS NULL THEN mention.part = move.part AND NOT article.id IN move.others ELSE article.id = move.article END
RETURN move.identity AS identity, move.to AS to, collect(article.id) AS articles;
