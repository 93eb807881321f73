// Write claims of an article, grouped by who acts on whom and by the event that they are of.
MATCH (article:Article {id: $article})
UNWIND $groups AS group
MATCH (source:Actor {id: group.source})
MATCH (target:Actor {id: group.target})
MATCH (event:Event {id: group.event})
UNWIND group.claims AS properties
CREATE (article)-[:STATES]->(claim:Claim)
SET claim = properties
CREATE (claim)-[:SOURCE {actor_id: group.source_id}]->(source)
CREATE (claim)-[:TARGET {actor_id: group.target_id}]->(target)
CREATE (claim)-[:PART_OF]->(event);
