// Judgements that were withdrawn are known by their id.
CREATE CONSTRAINT withdrawn_id IF NOT EXISTS FOR (judgement:Withdrawn) REQUIRE judgement.id IS UNIQUE;
