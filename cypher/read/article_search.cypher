// Which articles have these words in title or text, the best match first?
CALL db.index.fulltext.queryNodes('article_text', $search)
YIELD node AS article, score
WHERE ($publisher IS NULL OR article.publisher = $publisher)
  AND ($date_from IS NULL OR article.published >= $date_from)
  AND ($date_to IS NULL OR article.published < $date_to)
WITH article, score
ORDER BY score DESC, article.id
SKIP $skip
LIMIT $limit
RETURN article {.id, .key, .title, .publisher, .published, .url, .language, .extractor} AS article,
       COUNT { (article)-[:STATES]->() } AS claim_count;
