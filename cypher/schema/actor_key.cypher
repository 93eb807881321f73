// Actors are found by the key that stands in URLs.
CREATE INDEX actor_key IF NOT EXISTS FOR (actor:Actor) ON (actor.key);
