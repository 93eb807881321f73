// Claims are found by the key that stands in URLs.
CREATE INDEX claim_key IF NOT EXISTS FOR (claim:Claim) ON (claim.key);
