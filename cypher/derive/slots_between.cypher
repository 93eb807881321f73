// When and where do the claims of these threads, from one moment to before another, say that something happened, and of which events are they?
UNWIND $ranges AS range
MATCH (claim:Claim)
USING INDEX claim:Claim(thread, moment)
WHERE claim.thread = range.thread AND claim.moment >= range.from AND claim.moment < range.to
OPTIONAL MATCH (claim)-[:AT]->(place:Actor)
OPTIONAL MATCH (claim)-[:PART_OF]->(event:Event)
RETURN DISTINCT range.thread AS thread, claim.moment AS moment, place.id AS place,
       CASE WHEN place IS NOT NULL THEN claim.place_country END AS place_country,
       CASE WHEN place IS NOT NULL THEN claim.place_kind END AS place_kind,
       event.id AS event;
