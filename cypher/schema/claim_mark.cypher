// Claims are found by the mark by which judgements know them.
CREATE INDEX claim_mark IF NOT EXISTS FOR (claim:Claim) ON (claim.mark);
