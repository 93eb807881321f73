// In which articles does an extracted id occur as one of its parts, other than those left out?
UNWIND $moves AS move
MATCH (article:Article)-[mention:MENTIONS {actor_id: move.identity}]->(:Actor)
WHERE mention.part = move.part AND NOT article.id IN move.others
RETURN move.identity AS identity, move.part AS part, collect(article.id) AS articles;
