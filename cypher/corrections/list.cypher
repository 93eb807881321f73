// Which corrections pass the filters, the latest first, and which later ones of the same subject stand against each?
MATCH (correction:Correction)
WHERE (correction.withdrawn_at IS NOT NULL) = $withdrawn
  AND ($about IS NULL OR $about IN [correction.claim_id, correction.article_id, correction.publisher])
  AND ($decision IS NULL OR correction.decision = $decision)
  AND ($by IS NULL OR correction.by = $by)
WITH correction
ORDER BY correction.at DESC, correction.id
SKIP $skip
LIMIT $limit
RETURN correction {.*} AS correction, COLLECT {
  MATCH (later:Correction {subject: correction.subject})
  WHERE later.withdrawn_at IS NULL
    AND (later.at > correction.at OR (later.at = correction.at AND later.id > correction.id))
  RETURN later.id
} AS later
ORDER BY correction.at DESC, correction.id;
