// What does an article contribute to its actors, in their order?
MATCH (:Article {id: $article})-[mention:MENTIONS]->(:Actor)
WITH mention
ORDER BY mention.position
RETURN mention {.*} AS row;
