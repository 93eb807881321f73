// Which articles fit all that is given, in order of their ids, and what did each bring?
MATCH (article:Article)
WHERE article.id > $after
  AND ($ids IS NULL OR article.id IN $ids)
  AND ($publisher IS NULL OR article.publisher = $publisher)
  AND ($date_from IS NULL OR article.published >= $date_from)
  AND ($date_to IS NULL OR article.published < $date_to)
  AND ($extractor IS NULL OR article.extractor = $extractor OR article.extractor STARTS WITH $extractor + ' ')
WITH article
ORDER BY article.id
LIMIT $limit
RETURN article.id AS id, article.title AS title, article.publisher AS publisher, article.published AS published,
       article.extractor AS extractor, COUNT { (article)-[:STATES]->() } AS claims, COUNT { (article)-[:QUOTES]->() } AS quotations
ORDER BY id;
