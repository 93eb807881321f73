// Which claims and sentences is an event made of, in the order in which they were told? $event: its id
MATCH (event:Event {id: $event})<-[:PART_OF]-(claim:Claim)<-[:STATES]-(article:Article)
RETURN article.published AS published, article.publisher AS publisher, claim.status AS status, coalesce(claim.quote, 'coded, no sentence') AS sentence,
       [(claim)-[:SAID_BY]->(speaker) | speaker.name] AS said_by, claim.id AS claim
ORDER BY published, claim;
