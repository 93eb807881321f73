// Which pairs of actors have claims between them, or derived edges?
MATCH (source:Actor)<-[:SOURCE]-(:Claim)-[:TARGET]->(target:Actor)
RETURN DISTINCT source.id AS source, target.id AS target
UNION
MATCH (source:Actor)-[]->(target:Actor)
RETURN DISTINCT source.id AS source, target.id AS target;
