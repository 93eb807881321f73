// How often do articles say what of these extracted ids?
UNWIND $ids AS id
OPTIONAL MATCH (tally:Tally {id: id})
RETURN id, tally.counts AS counts;
