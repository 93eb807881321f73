// Which judgements, withdrawn ones too, come next that do not follow from articles, in order of their ids?
CALL () {
  MATCH (judgement:Judgement)
  WHERE judgement.id > $after AND judgement.subject IS NULL
  RETURN judgement
  UNION ALL
  MATCH (judgement:Withdrawn)
  WHERE judgement.id > $after
  RETURN judgement
}
RETURN judgement {.*} AS judgement
ORDER BY judgement.id
LIMIT $limit;
