// Which pairs of actors that have claims come next, and which relations do these claim?
MATCH (claim:Claim)
WHERE claim.pair > $after AND claim.relation IS NOT NULL
WITH DISTINCT claim.pair AS pair
ORDER BY pair
LIMIT $limit
MATCH (claim:Claim {pair: pair})
USING INDEX claim:Claim(pair)
RETURN DISTINCT pair, claim.relation AS relation
ORDER BY pair, relation;
