// Give some mentions the empty lists that a bulk import leaves out.
MATCH (:Article)-[mention:MENTIONS]->(:Actor)
WHERE mention.starts IS NULL
WITH mention
LIMIT $limit
SET mention.starts = [], mention.ends = [], mention.rules = [], mention.orders = []
RETURN count(*) AS changed;
