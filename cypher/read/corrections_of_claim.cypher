// What did anyone judge of a claim, the latest first?
MATCH (claim:Claim {key: $key})
MATCH (correction:Correction {subject: claim.mark})
WHERE correction.withdrawn_at IS NULL
RETURN correction {.key, .decision, .reason, .by, .at} AS correction
ORDER BY correction.at DESC, correction.id DESC;
