// Judgements are known by their id.
CREATE CONSTRAINT judgement_id IF NOT EXISTS FOR (judgement:Judgement) REQUIRE judgement.id IS UNIQUE;
