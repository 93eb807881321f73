// Let the claims of a thread that say the same of when and where be of one event.
UNWIND $rows AS row
MATCH (event:Event {id: row.event})
MATCH (claim:Claim {thread: row.thread, moment: row.moment})
USING INDEX claim:Claim(thread, moment)
OPTIONAL MATCH (claim)-[:AT]->(place:Actor)
WITH row, event, claim, place
WHERE CASE
        WHEN row.place IS NULL THEN place IS NULL
        ELSE place.id = row.place
          AND coalesce(claim.place_country, '') = coalesce(row.place_country, '')
          AND (claim.place_kind = 'Country') = row.whole
      END
  AND NOT EXISTS { (claim)-[:PART_OF]->(event) }
OPTIONAL MATCH (claim)-[old:PART_OF]->(:Event)
DELETE old
CREATE (claim)-[:PART_OF]->(event);
