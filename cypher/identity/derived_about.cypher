// What did rules judge of these extracted ids?
UNWIND $ids AS id
CALL (id) {
  MATCH (judgement:Judgement {left_actor: id})
  RETURN judgement
  UNION
  MATCH (judgement:Judgement {right_actor: id})
  RETURN judgement
}
WITH DISTINCT id, judgement
WHERE judgement.subject = id
RETURN judgement {.*} AS judgement;
