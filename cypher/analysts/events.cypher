// What happened, by how many independent sources, the latest first? $actor: only of this name; $rating: told by publishers rated so, from A to E, or better; $from, $to: days
MATCH (event:Event)
WHERE event.day >= coalesce($from, '') AND event.id IS NOT NULL
  AND ($to IS NULL OR event.day < $to)
  AND ($rating IS NULL OR EXISTS {
    MATCH (event)<-[:PART_OF]-(claim:Claim {status: event.status})<-[:STATES]-(article:Article)
    MATCH (rated:Publisher {name: article.publisher})
    WHERE rated.rating <= $rating
  })
MATCH (source:Actor {id: event.source_id})
MATCH (target:Actor {id: event.target_id})
WHERE $actor IS NULL OR $actor IN [source.name, target.name]
RETURN event.day AS day, source.name AS who, event.relation AS did, target.name AS whom, event.status AS status,
       event.contested AS contested, event.source_count AS sources, event.publisher_count AS publishers,
       event.article_count AS articles, event.claim_count AS claims, event.denied_count AS denials, event.id AS event
ORDER BY day DESC, who, did, whom, event;
