// Remove tallies of ids that no article mentions.
MATCH (tally:Tally)
WHERE NOT EXISTS { MATCH (:Article)-[mention:MENTIONS]->(:Actor) WHERE mention.actor_id = tally.id }
DELETE tally;
