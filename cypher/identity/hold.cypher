// How often do articles say what of these extracted ids? Keeps everybody else from changing who they are until the transaction ends.
UNWIND $ids AS id
MERGE (tally:Tally {id: id})
SET tally.locked = true
REMOVE tally.locked
RETURN tally.id AS id, tally.counts AS counts;
