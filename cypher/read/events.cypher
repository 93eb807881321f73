// Which events pass the filters, the latest first?
MATCH (event:Event)
WHERE event.day >= coalesce($date_from, '') AND event.id IS NOT NULL
  AND ($date_to IS NULL OR event.day < $date_to)
  AND ($relation IS NULL OR event.relation = $relation)
  AND ($status IS NULL OR event.status = $status)
  AND ($contested IS NULL OR event.contested = $contested)
  AND ($rating IS NULL OR EXISTS {
    MATCH (event)<-[:PART_OF]-(claim:Claim {status: event.status})<-[:STATES]-(article:Article)
    MATCH (rated:Publisher {name: article.publisher})
    WHERE rated.rating <= $rating
  })
WITH event
ORDER BY event.day DESC, event.id DESC
SKIP $skip
LIMIT $limit
MATCH (source:Actor {id: event.source_id})
MATCH (target:Actor {id: event.target_id})
RETURN event {.*, first_date: toString(event.first_date), last_date: toString(event.last_date)} AS event,
       source {.id, .key, .kind, .name} AS source, target {.id, .key, .kind, .name} AS target,
       head(COLLECT { MATCH (place:Actor {id: event.place_id}) RETURN place {.id, .key, .kind, .name} }) AS place
ORDER BY event.day DESC, event.id DESC;
