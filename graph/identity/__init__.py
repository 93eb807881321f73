"""Who is who: a ledger of judgements over occurrences, and the actors that follow from it."""
