// How many articles say what of these actors?
UNWIND $actors AS id
MATCH (tally:Tally {id: id})
RETURN tally.id AS actor, tally.counts AS counts;
