// What does an article contribute to some of its actors?
MATCH (:Article {id: $article})-[mention:MENTIONS]->(:Actor)
WITH mention
LIMIT $limit
RETURN mention {.part, .kind, .name, .names, .wikidata, .country, .sector, actor: mention.actor_id} AS contribution;
