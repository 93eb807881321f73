// Remove these claims.
UNWIND $claims AS id
MATCH (claim:Claim {id: id})
DETACH DELETE claim;
