// Write the claims of an article.
UNWIND $rows AS row
MATCH (article:Article {id: $article})
MATCH (source:Actor {id: row.source.actor})
CREATE (claim:Claim {id: row.properties.id})
SET claim = row.properties,
    claim.date_from = date(row.date_from),
    claim.date_to = date(row.date_to)
CREATE (article)-[:STATES]->(claim)
CREATE (claim)-[:SOURCE {actor_id: row.source.actor_id}]->(source);
