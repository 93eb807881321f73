// Which judgements are about these extracted ids?
UNWIND $ids AS id
CALL (id) {
  MATCH (judgement:Judgement {left_actor: id})
  RETURN judgement
  UNION
  MATCH (judgement:Judgement {right_actor: id})
  RETURN judgement
}
RETURN DISTINCT judgement {.*} AS judgement;
