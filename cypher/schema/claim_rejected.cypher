// Claims that somebody rejected are found.
CREATE INDEX claim_rejected IF NOT EXISTS FOR (claim:Claim) ON (claim.rejected);
