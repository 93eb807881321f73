// Remove some of all that articles brought, of what follows from it and of judgements; the nodes of others in the same database stay.
MATCH (node:Article|Claim|Quotation|Actor|Event|Tally|Judgement|Withdrawn|Correction|Publisher)
WITH node
LIMIT 1000
DETACH DELETE node
RETURN count(*) AS removed;
