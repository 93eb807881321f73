// What is loaded of an article: the hash of its line, what it contributes to actors, and what its claims touch: pairs, relations, threads, moments and events?
MATCH (article:Article {id: $article})
RETURN article.line_sha256 AS line_sha256,
       COUNT { (article)-[:STATES]->() } AS claim_count,
       COUNT { (article)-[:QUOTES]->() } AS quotation_count,
       [(article)-[mention:MENTIONS]->() | mention {.part, .kind, .name, .names, .wikidata, .country, .sector, actor: mention.actor_id}] AS contributions,
       [(article)-[:STATES]->(claim) WHERE claim.pair IS NOT NULL | claim {.pair, .relation, .thread, .moment, event: head([(claim)-[:PART_OF]->(event) | event.id])}] AS touched;
