// Actors are found by words of their names.
CREATE FULLTEXT INDEX actor_names IF NOT EXISTS FOR (actor:Actor) ON EACH [actor.name, actor.aliases];
