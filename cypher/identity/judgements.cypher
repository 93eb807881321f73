// Which judgements pass the filters, the latest first?
CALL () {
  MATCH (judgement:Judgement)
  WHERE NOT $withdrawn
  RETURN judgement
  UNION ALL
  MATCH (judgement:Withdrawn)
  WHERE $withdrawn
  RETURN judgement
}
WITH judgement
WHERE ($actors IS NULL OR judgement.left_actor IN $actors OR judgement.right_actor IN $actors)
  AND ($decision IS NULL OR judgement.decision = $decision)
  AND ($by IS NULL OR judgement.by = $by)
RETURN judgement {.*} AS judgement
ORDER BY judgement.at DESC, judgement.id
SKIP $skip
LIMIT $limit;
