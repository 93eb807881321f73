// With whom has an actor which relations, by the claims that pass the filters, the most claimed first?
MATCH (actor:Actor {key: $key})
CALL (actor) {
  MATCH (actor)<-[:SOURCE]-(claim:Claim)-[:TARGET]->(other:Actor)
  RETURN claim, other, 'out' AS direction
  UNION ALL
  MATCH (actor)<-[:TARGET]-(claim:Claim)-[:SOURCE]->(other:Actor)
  RETURN claim, other, 'in' AS direction
}
WITH claim, other, CASE WHEN claim.relation IN $symmetric THEN 'both' ELSE direction END AS direction
WHERE other.key <> $key
  AND claim.rejected IS NULL
  AND ($relations IS NULL OR claim.relation IN $relations)
  AND ($direction IS NULL OR direction IN ['both', $direction])
MATCH (article:Article)-[:STATES]->(claim)
WITH claim, other, direction, article, EXISTS { (claim)-[:SAID_BY]->() } AS reported,
     head([(claim)-[:PART_OF]->(event:Event) | event.id]) AS event
WHERE ($date_from IS NULL OR coalesce(toString(claim.date_to), article.published) >= $date_from)
  AND ($date_to IS NULL OR coalesce(toString(claim.date_from), article.published) < $date_to)
  AND ($publisher IS NULL OR article.publisher = $publisher)
  AND ($rating IS NULL OR EXISTS { MATCH (rated:Publisher {name: article.publisher}) WHERE rated.rating <= $rating })
  AND ($voice = 'any' OR ($voice = 'own' AND NOT reported) OR ($voice = 'others' AND reported))
WITH other, claim.relation AS relation, direction,
     count(CASE WHEN claim.status = 'denied' THEN 1 END) AS denied_count,
     collect(CASE WHEN claim.status IN $statuses THEN {claim: claim, article: article, reported: reported, event: event} END) AS found
WHERE size(found) > 0
WITH other, relation, direction, denied_count, found,
     reduce(latest = found[0], one IN found |
       CASE
         WHEN one.claim.day > latest.claim.day
           OR (one.claim.day = latest.claim.day AND one.claim.id < latest.claim.id)
         THEN one
         ELSE latest
       END) AS latest
UNWIND found AS one
WITH other, relation, direction, denied_count, latest,
     count(one) AS claim_count,
     count(DISTINCT one.article.id) AS article_count,
     count(DISTINCT one.article.publisher) AS publisher_count,
     count(DISTINCT one.event) AS event_count,
     count(CASE WHEN NOT one.reported THEN 1 END) AS own_voice_count,
     toString(min(one.claim.date_from)) AS first_date,
     toString(max(one.claim.date_to)) AS last_date
ORDER BY claim_count DESC, other.id, relation, direction
SKIP $skip
LIMIT $limit
WITH *, latest.claim AS newest, latest.article AS told_in
RETURN other {.id, .key, .kind, .name, .aliases, .wikidata, .country, .sector, .article_count} AS actor,
       relation, direction, event_count, claim_count, article_count, publisher_count, own_voice_count, denied_count, first_date, last_date,
       newest {.key, .quote, .status, .condition, .caption} AS claim,
       told_in {.key, .title, .publisher, .published} AS article,
       [(newest)-[:SAID_BY]->(speaker) | speaker.name] AS said_by;
