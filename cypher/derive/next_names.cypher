// Which extracted ids of actors, whether articles mention them or something still counts or judges them, come next, in their order?
CALL () {
  MATCH (:Article)-[mention:MENTIONS]->(:Actor)
  WHERE mention.actor_id > $after
  WITH DISTINCT mention.actor_id AS id
  ORDER BY id
  LIMIT $limit
  RETURN id
  UNION
  MATCH (tally:Tally)
  WHERE tally.id > $after
  RETURN tally.id AS id
  ORDER BY id
  LIMIT $limit
  UNION
  MATCH (judgement:Judgement)
  WHERE judgement.subject > $after
  WITH DISTINCT judgement.subject AS id
  ORDER BY id
  LIMIT $limit
  RETURN id
}
RETURN id
ORDER BY id
LIMIT $limit;
