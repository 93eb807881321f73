// Claims are found by words of their sentence.
CREATE FULLTEXT INDEX claim_text IF NOT EXISTS FOR (claim:Claim) ON EACH [claim.quote];
