// Remove some of the relationships of what articles brought, so that no node is left with more than a transaction can hold.
MATCH (:Article|Claim|Quotation|Actor)-[edge]->()
WITH edge
LIMIT 10000
DELETE edge
RETURN count(*) AS removed;
