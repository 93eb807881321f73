// Claims are found by their thread, in order of time.
CREATE INDEX claim_thread IF NOT EXISTS FOR (claim:Claim) ON (claim.thread, claim.moment);
