// By what names is this actor known?
MATCH (actor:Actor {id: $id})
RETURN actor.id AS id, actor.key AS key, actor.kind AS kind, actor.name AS name, actor.aliases AS aliases, actor.country AS country,
       actor.article_count AS articles;
