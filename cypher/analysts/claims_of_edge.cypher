// Which claims and sentences make an edge? $edge: its id
MATCH (source:Actor)-[edge {id: $edge}]->(target:Actor)
MATCH (source)--(claim:Claim {relation: type(edge)})--(target)
MATCH (article:Article)-[:STATES]->(claim)
WHERE (claim)-[:SOURCE]->(source) AND (claim)-[:TARGET]->(target)
   OR (claim)-[:SOURCE]->(target) AND (claim)-[:TARGET]->(source) AND type(edge) IN ['MET_WITH', 'NEGOTIATED_WITH', 'AGREED_WITH', 'COOPERATED_WITH']
RETURN DISTINCT claim.status AS status, claim.quote AS sentence, [(claim)-[:SAID_BY]->(speaker) | speaker.name] AS said_by,
       article.publisher AS publisher, article.published AS published, claim.rule AS rule, claim.id AS claim
ORDER BY published, claim;
