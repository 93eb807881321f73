// Which events are there of these threads, and of which claims?
UNWIND $ids AS id
MATCH (event:Event)
WHERE event.thread = id AND event.moment IS NOT NULL
RETURN 'event' AS what, event.id AS key,
       [name IN keys(event) | name + ' ' + toString(event[name])] + COLLECT { MATCH (event)<-[:PART_OF]-(claim:Claim) RETURN claim.id ORDER BY claim.id } AS found;
