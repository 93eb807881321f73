// What do the claims of these events come to, by their status?
UNWIND $events AS id
MATCH (event:Event {id: id})<-[:PART_OF]-(claim:Claim)<-[:STATES]-(article:Article)
RETURN id AS event, claim.status AS status, count(claim) AS claim_count, count(DISTINCT article) AS article_count,
       count(DISTINCT article.publisher) AS publisher_count,
       count(CASE WHEN NOT EXISTS { (claim)-[:SAID_BY]->() } THEN 1 END) AS own_voice_count,
       collect(DISTINCT article.signature) AS signatures,
       count(DISTINCT CASE WHEN article.signature IS NULL THEN article END) AS unsigned,
       min(article.published) AS first_told, max(article.published) AS last_told,
       min(claim.caption) AS caption, max(claim.confidence) AS confidence;
