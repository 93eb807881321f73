// Which two actors, as they are now, does somebody's judgement speak of?
MATCH (judgement:Judgement)
WHERE judgement.subject IS NULL
CALL (judgement) {
  MATCH (:Article)-[left:MENTIONS]->(one:Actor)
  WHERE left.actor_id = judgement.left_actor
  RETURN DISTINCT one.id AS left
}
CALL (judgement) {
  MATCH (:Article)-[right:MENTIONS]->(other:Actor)
  WHERE right.actor_id = judgement.right_actor
  RETURN DISTINCT other.id AS right
}
RETURN left, right;
