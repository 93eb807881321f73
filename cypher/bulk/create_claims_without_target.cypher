// Write claims of an article that have no target, grouped by who acts.
MATCH (article:Article {id: $article})
UNWIND $groups AS group
MATCH (source:Actor {id: group.source})
UNWIND group.claims AS properties
CREATE (article)-[:STATES]->(claim:Claim)
SET claim = properties
CREATE (claim)-[:SOURCE {actor_id: group.source_id}]->(source);
