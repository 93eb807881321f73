// Claims are found by the two actors between whom they are.
CREATE INDEX claim_pair IF NOT EXISTS FOR (claim:Claim) ON (claim.pair);
