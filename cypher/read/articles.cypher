// Which articles are there, the newest first?
MATCH (article:Article)
WHERE ($publisher IS NULL OR article.publisher = $publisher)
  AND ($date_from IS NULL OR article.published >= $date_from)
  AND ($date_to IS NULL OR article.published < $date_to)
RETURN article {.id, .key, .title, .publisher, .published, .url, .language, .extractor} AS article,
       COUNT { (article)-[:STATES]->() } AS claim_count
ORDER BY coalesce(article.published, '') DESC, article.id
SKIP $skip
LIMIT $limit;
