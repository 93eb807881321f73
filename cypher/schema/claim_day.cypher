// Claims are listed by day, the latest first.
CREATE INDEX claim_day IF NOT EXISTS FOR (claim:Claim) ON (claim.day, claim.id);
