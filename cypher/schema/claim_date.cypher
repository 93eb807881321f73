// Claims are found by date.
CREATE INDEX claim_date IF NOT EXISTS FOR (claim:Claim) ON (claim.date_from);
