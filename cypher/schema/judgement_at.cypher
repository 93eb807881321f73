// Judgements are listed by time.
CREATE INDEX judgement_at IF NOT EXISTS FOR (judgement:Judgement) ON (judgement.at, judgement.id);
