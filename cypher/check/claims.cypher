// What follows for these claims?
UNWIND $ids AS id
MATCH (claim:Claim {id: id})
RETURN 'claim' AS what, id AS key,
       [claim.pair, claim.thread, claim.moment, claim.mark, toString(claim.rejected), claim.place_country, claim.place_kind, claim.day] AS found;
