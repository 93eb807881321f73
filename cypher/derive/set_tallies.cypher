// Write how many articles say what of these extracted ids.
UNWIND $rows AS row
MERGE (tally:Tally {id: row.id})
SET tally.counts = row.counts;
