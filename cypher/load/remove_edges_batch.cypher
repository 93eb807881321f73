// Remove some of all relationships, so that no node is left with more than a transaction can hold.
MATCH ()-[edge]->()
WITH edge
LIMIT 10000
DELETE edge
RETURN count(*) AS removed;
