// Claims are found by the two actors between whom they are, and their relation.
CREATE INDEX claim_tie IF NOT EXISTS FOR (claim:Claim) ON (claim.pair, claim.relation);
