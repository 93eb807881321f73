// Remove some of all that articles brought and what follows from it; the nodes of others in the same database stay.
MATCH (node:Article|Claim|Quotation|Actor|Tally)
WITH node
LIMIT 1000
DETACH DELETE node
RETURN count(*) AS removed;
