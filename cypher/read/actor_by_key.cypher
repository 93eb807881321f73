// Who is the actor with this key, and how much is said of it?
MATCH (actor:Actor {key: $key})
RETURN actor {.id, .key, .kind, .name, .aliases, .wikidata, .country, .sector, .article_count} AS actor,
       COUNT { (actor)<-[:SOURCE]-() } AS claims_as_source,
       COUNT { (actor)<-[:TARGET]-() } AS claims_as_target,
       COUNT { (actor)-[:SAID]->() } AS quotation_count;
