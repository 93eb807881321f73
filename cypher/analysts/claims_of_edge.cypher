// Which claims and sentences make an edge? $edge: its id
WITH split($edge, '~') AS parts
MATCH (source:Actor {id: parts[0]})
MATCH (target:Actor {id: parts[2]})
WITH source, target, parts[1] AS relation
MATCH (source)-[edge]->(target)
WHERE type(edge) = relation
MATCH (claim:Claim)
WHERE claim.pair IN [source.id + '~' + target.id, target.id + '~' + source.id]
  AND claim.relation = relation
MATCH (claim)-[:SOURCE]->(doer:Actor)
WHERE edge.symmetric OR doer = source
MATCH (article:Article)-[:STATES]->(claim)
RETURN claim.status AS status, coalesce(claim.quote, 'coded, no sentence') AS sentence, [(claim)-[:SAID_BY]->(speaker) | speaker.name] AS said_by,
       article.publisher AS publisher, article.published AS published, claim.rule AS rule, claim.id AS claim
ORDER BY published, claim;
