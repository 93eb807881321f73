// In which articles do these extracted ids occur, and by what may one be told from another of its name?
UNWIND $ids AS id
MATCH (article:Article)-[mention:MENTIONS {actor_id: id}]->(:Actor)
RETURN article.id AS article, id, mention.part AS part, mention.kind AS kind, mention.country AS country, mention.wikidata AS wikidata,
       [mention.name] + mention.names AS names,
       CASE WHEN mention.kind = 'Person' THEN COLLECT {
         MATCH (article)-[:STATES]->(claim:Claim {relation: 'HOLDS_ROLE', status: 'asserted'})-[source:SOURCE]->()
         WHERE source.actor_id = id AND claim.role IS NOT NULL
         RETURN claim.role
       } ELSE [] END AS roles;
