// What happened between two actors, in order? $one, $other: names
MATCH (one:Actor {name: $one})--(claim:Claim)--(other:Actor {name: $other})
MATCH (claim)-[:SOURCE]->(source:Actor)
MATCH (claim)-[:TARGET]->(target:Actor)
MATCH (article:Article)-[:STATES]->(claim)
WHERE source IN [one, other] AND target IN [one, other] AND source <> target
RETURN DISTINCT toString(coalesce(claim.date_from, date(article.published))) AS day, source.name AS who, claim.relation AS did,
       target.name AS whom, claim.status AS status, claim.quote AS sentence, article.publisher AS publisher
ORDER BY day, who, did, sentence;
