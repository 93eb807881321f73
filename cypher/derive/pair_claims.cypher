// Which claims are there between these pairs of actors, in either direction?
UNWIND $pairs AS pair
MATCH (:Actor {id: pair[0]})<-[:SOURCE]-(claim:Claim)-[:TARGET]->(:Actor {id: pair[1]})
MATCH (article:Article)-[:STATES]->(claim)
RETURN pair[0] AS source, pair[1] AS target, claim.relation AS relation, claim.status AS status,
       claim.date AS date, toString(claim.date_from) AS date_from, toString(claim.date_to) AS date_to,
       claim.confidence AS confidence, EXISTS { (claim)-[:SAID_BY]->() } AS reported,
       article.id AS article, article.publisher AS publisher, article.published AS published;
