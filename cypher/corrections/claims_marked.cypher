// Which claims have a mark, between whom are they, and of which event are they?
MATCH (claim:Claim {mark: $mark})
RETURN claim.id AS id, claim.pair AS pair, claim.relation AS relation, claim.thread AS thread, claim.moment AS moment,
       claim.rejected AS rejected,
       head([(claim)-[:PART_OF]->(event) | event.id]) AS event,
       head([(claim)-[:SOURCE]->(source) | source.id]) AS source,
       head([(claim)-[:TARGET]->(target) | target.id]) AS target;
