// Write the derived edges of these ties: one from a source to a target where at least one claim asserts it.
UNWIND $ties AS tie
MATCH (claim:Claim {pair: tie.pair, relation: tie.relation})
USING INDEX claim:Claim(pair, relation)
WHERE claim.status IN ['asserted', 'denied']
MATCH (claim)-[:SOURCE]->(actor:Actor)
MATCH (article:Article)-[:STATES]->(claim)
WITH tie, claim, article, tie.symmetric OR actor.id = tie.left AS from_left, claim.status = 'asserted' AS asserted
WITH tie, from_left,
     count(CASE WHEN asserted THEN 1 END) AS claim_count,
     count(DISTINCT CASE WHEN asserted THEN article.id END) AS article_count,
     count(DISTINCT CASE WHEN asserted THEN article.publisher END) AS publisher_count,
     count(CASE WHEN asserted AND NOT EXISTS { (claim)-[:SAID_BY]->() } THEN 1 END) AS own_voice_count,
     count(CASE WHEN NOT asserted THEN 1 END) AS denied_count,
     min(CASE WHEN asserted THEN claim.date_from END) AS first_date,
     max(CASE WHEN asserted THEN claim.date_to END) AS last_date,
     max(CASE WHEN asserted THEN claim.confidence END) AS confidence
WHERE claim_count > 0
MATCH (source:Actor {id: CASE WHEN from_left THEN tie.left ELSE tie.right END})
MATCH (target:Actor {id: CASE WHEN from_left THEN tie.right ELSE tie.left END})
WITH *, source.id + '~' + tie.relation + '~' + target.id AS id
WITH *, COUNT {
  MATCH (event:Event)
  USING INDEX event:Event(thread, moment)
  WHERE event.thread = id AND event.moment IS NOT NULL AND event.status = 'asserted'
} AS event_count
CREATE (source)-[edge:$(tie.relation)]->(target)
SET edge = {
  id: id, relation: tie.relation, symmetric: tie.symmetric,
  event_count: event_count, claim_count: claim_count, article_count: article_count, publisher_count: publisher_count,
  own_voice_count: own_voice_count, denied_count: denied_count, first_date: first_date, last_date: last_date, confidence: confidence
};
