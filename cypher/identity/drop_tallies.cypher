// Remove the tallies of extracted ids that no article mentions.
UNWIND $ids AS id
MATCH (tally:Tally {id: id})
DELETE tally;
