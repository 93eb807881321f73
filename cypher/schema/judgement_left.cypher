// Judgements are found by the extracted id on their left.
CREATE INDEX judgement_left IF NOT EXISTS FOR (judgement:Judgement) ON (judgement.left_actor);
