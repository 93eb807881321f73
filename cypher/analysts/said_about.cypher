// What is anyone quoted as saying in sentences that make claims about an actor? $rating: only publishers rated so, from A to E, or better; $actor: its name
MATCH (actor:Actor {name: $actor})<-[:SOURCE|TARGET]-(claim:Claim)<-[:STATES]-(article:Article)-[:QUOTES]->(quotation:Quotation)
WHERE quotation.start < claim.end AND claim.start < quotation.end
  AND claim.rejected IS NULL
  AND ($rating IS NULL OR EXISTS { MATCH (rated:Publisher {name: article.publisher}) WHERE rated.rating <= $rating })
RETURN DISTINCT coalesce(head([(speaker:Actor)-[:SAID]->(quotation) | speaker.name]), quotation.speaker_text) AS who,
       quotation.text AS words, quotation.direct AS direct, article.publisher AS publisher, article.published AS published
ORDER BY published, who, words;
