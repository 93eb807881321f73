// Which claims did somebody reject, who, when and why?
MATCH (claim:Claim {rejected: true})<-[:STATES]-(article:Article)
CALL (claim) {
  MATCH (correction:Correction {subject: claim.mark})
  WHERE correction.withdrawn_at IS NULL
  RETURN correction
  ORDER BY correction.at DESC, correction.id DESC
  LIMIT 1
}
RETURN claim.caption AS claim, coalesce(claim.quote, 'coded, no sentence') AS sentence, correction.reason AS because, correction.by AS by, correction.at AS at,
       article.publisher AS publisher, article.published AS published, claim.id AS id
ORDER BY at DESC, id;
