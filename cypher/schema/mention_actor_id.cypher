// Mentions are found by the extracted id of whom they mention.
CREATE INDEX mention_actor_id IF NOT EXISTS FOR ()-[mention:MENTIONS]-() ON (mention.actor_id);
