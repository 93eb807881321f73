// Wait until all indexes answer.
CALL db.awaitIndexes(300);
