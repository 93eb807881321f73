// There is one tally an extracted id of an actor.
CREATE CONSTRAINT tally_id IF NOT EXISTS FOR (tally:Tally) REQUIRE tally.id IS UNIQUE;
