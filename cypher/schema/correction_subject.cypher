// Judgements on claims and publishers are found by what they speak of.
CREATE INDEX correction_subject IF NOT EXISTS FOR (correction:Correction) ON (correction.subject);
