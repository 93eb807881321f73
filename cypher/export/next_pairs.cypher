// Which pairs of actors that have claims come next?
MATCH (claim:Claim)
WHERE claim.pair > $after
WITH DISTINCT claim.pair AS pair
ORDER BY pair
LIMIT $limit
RETURN pair;
