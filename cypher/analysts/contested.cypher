// What do some assert and others deny, and who says so where? $rating: only publishers rated so, from A to E, or better; $actor: only of this name
MATCH (event:Event {contested: true})
WHERE event.day >= ''
MATCH (source:Actor {id: event.source_id})
MATCH (target:Actor {id: event.target_id})
WHERE $actor IS NULL OR $actor IN [source.name, target.name]
MATCH (event)<-[:PART_OF]-(claim:Claim)<-[:STATES]-(article:Article)
WHERE claim.status IN ['asserted', 'denied', 'negated']
  AND ($rating IS NULL OR EXISTS { MATCH (rated:Publisher {name: article.publisher}) WHERE rated.rating <= $rating })
WITH event, source, target, claim, article, claim.status = 'asserted' AS asserted,
     [(claim)-[:SAID_BY]->(speaker) | speaker.name] AS speakers
ORDER BY article.published, claim.id
WITH event, source, target,
     collect(DISTINCT CASE WHEN asserted THEN article.publisher END) AS asserted_in,
     collect(CASE WHEN asserted THEN speakers END) AS asserting_speakers,
     collect(DISTINCT CASE WHEN asserted THEN coalesce(claim.quote, 'coded, no sentence') END) AS asserting,
     collect(DISTINCT CASE WHEN NOT asserted THEN article.publisher END) AS denied_in,
     collect(CASE WHEN NOT asserted THEN speakers END) AS denying_speakers,
     collect(DISTINCT CASE WHEN NOT asserted THEN coalesce(claim.quote, 'coded, no sentence') END) AS denying,
     collect(asserted) AS voices
WHERE true IN voices AND false IN voices
RETURN source.name AS who, event.relation AS did, target.name AS whom, event.day AS day,
       asserted_in, reduce(all = [], those IN asserting_speakers | all + [one IN those WHERE NOT one IN all]) AS asserted_by, asserting,
       denied_in, reduce(all = [], those IN denying_speakers | all + [one IN those WHERE NOT one IN all]) AS denied_by, denying,
       event.id AS event
ORDER BY day DESC, who, did, whom, event;
