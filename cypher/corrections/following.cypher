// Which corrections come next, withdrawn ones too, in order of their ids?
MATCH (correction:Correction)
WHERE correction.id > $after
RETURN correction {.*} AS correction
ORDER BY correction.id
LIMIT $limit;
