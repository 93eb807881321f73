// Which article has this key?
MATCH (article:Article {key: $key})
RETURN article {.id, .key, .title, .publisher, .published, .url, .language, .extractor, .text} AS article,
       COUNT { (article)-[:STATES]->() } AS claim_count;
