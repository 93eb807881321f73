// Remove judgements that rules made of ids that no article mentions.
MATCH (judgement:Judgement)
WHERE judgement.subject IS NOT NULL
  AND NOT EXISTS { MATCH (:Article)-[mention:MENTIONS]->(:Actor) WHERE mention.actor_id = judgement.subject }
DELETE judgement;
