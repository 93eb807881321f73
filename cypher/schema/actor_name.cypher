// Actors are found by their exact name.
CREATE INDEX actor_name IF NOT EXISTS FOR (actor:Actor) ON (actor.name);
