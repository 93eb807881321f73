// Write how many articles say what of these actors.
UNWIND $rows AS row
MERGE (tally:Tally {id: row.id})
SET tally.counts = row.counts;
