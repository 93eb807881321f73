// Actors are listed by how many articles mention them.
CREATE INDEX actor_article_count IF NOT EXISTS FOR (actor:Actor) ON (actor.article_count, actor.id);
