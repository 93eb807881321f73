// Which of these claims, known by their marks, does the latest judgement that stands reject?
UNWIND $marks AS mark
CALL (mark) {
  MATCH (correction:Correction {subject: mark})
  WHERE correction.withdrawn_at IS NULL
  RETURN correction
  ORDER BY correction.at DESC, correction.id DESC
  LIMIT 1
}
WITH mark, correction
WHERE correction.decision = 'reject'
RETURN mark;
