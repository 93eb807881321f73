// Claims are found by status.
CREATE INDEX claim_status IF NOT EXISTS FOR (claim:Claim) ON (claim.status);
