// Judgements are found by the extracted id on their right.
CREATE INDEX judgement_right IF NOT EXISTS FOR (judgement:Judgement) ON (judgement.right_actor);
