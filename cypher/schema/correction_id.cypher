// Judgements on claims and publishers are known by their id.
CREATE CONSTRAINT correction_id IF NOT EXISTS FOR (correction:Correction) REQUIRE correction.id IS UNIQUE;
