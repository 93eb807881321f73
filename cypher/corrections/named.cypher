// Which corrections have these ids, and which later ones of the same subject stand against each?
UNWIND $ids AS id
MATCH (correction:Correction {id: id})
RETURN correction {.*} AS correction, COLLECT {
  MATCH (later:Correction {subject: correction.subject})
  WHERE later.withdrawn_at IS NULL
    AND (later.at > correction.at OR (later.at = correction.at AND later.id > correction.id))
  RETURN later.id
} AS later;
