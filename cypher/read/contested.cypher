// Which events do some assert and others deny, the latest first, and who says so where?
MATCH (event:Event {contested: true})
WHERE event.day >= coalesce($date_from, '')
  AND ($date_to IS NULL OR event.day < $date_to)
  AND ($relation IS NULL OR event.relation = $relation)
  AND ($actor IS NULL OR EXISTS { MATCH (actor:Actor {key: $actor}) WHERE actor.id IN [event.source_id, event.target_id] })
  // Both sides must be told by such publishers.
  AND ($rating IS NULL OR all(side IN [['asserted'], ['denied', 'negated']] WHERE EXISTS {
    MATCH (event)<-[:PART_OF]-(claim:Claim)<-[:STATES]-(article:Article)
    MATCH (rated:Publisher {name: article.publisher})
    WHERE claim.status IN side AND rated.rating <= $rating
  }))
WITH event
ORDER BY event.day DESC, event.id DESC
SKIP $skip
LIMIT $limit
MATCH (source:Actor {id: event.source_id})
MATCH (target:Actor {id: event.target_id})
RETURN event {.*, first_date: toString(event.first_date), last_date: toString(event.last_date)} AS event,
       source {.id, .key, .kind, .name} AS source, target {.id, .key, .kind, .name} AS target,
       head(COLLECT { MATCH (place:Actor {id: event.place_id}) RETURN place {.id, .key, .kind, .name} }) AS place,
       COLLECT {
         MATCH (event)<-[:PART_OF]-(claim:Claim)<-[:STATES]-(article:Article)
         WHERE claim.status IN ['asserted', 'denied', 'negated']
           AND ($rating IS NULL OR EXISTS { MATCH (rated:Publisher {name: article.publisher}) WHERE rated.rating <= $rating })
         WITH claim, article
         ORDER BY coalesce(article.published, ''), claim.id
         RETURN {
           claim: claim.key, status: claim.status, condition: claim.condition, quote: claim.quote,
           article: article {.key, .title, .publisher, .published},
           said_by: [(claim)-[:SAID_BY]->(speaker) | speaker.name]
         }
         LIMIT 200
       } AS statements
ORDER BY event.day DESC, event.id DESC;
