// Claims are found by relation, status and date.
CREATE INDEX claim_relation IF NOT EXISTS FOR (claim:Claim) ON (claim.relation, claim.status, claim.date_from);
