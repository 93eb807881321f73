// How many articles, actors and claims are there?
RETURN COUNT { (:Article) } AS articles, COUNT { (:Actor) } AS actors, COUNT { (:Claim) } AS claims;
