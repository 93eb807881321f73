// Which publishers are there, by rating and name, and how many articles are theirs?
CALL () {
  MATCH (article:Article)
  WHERE article.publisher IS NOT NULL
  RETURN article.publisher AS publisher
  UNION
  MATCH (rated:Publisher)
  RETURN rated.name AS publisher
}
OPTIONAL MATCH (rated:Publisher {name: publisher})
WITH publisher, rated.rating AS rating
ORDER BY rating, publisher
SKIP $skip
LIMIT $limit
RETURN publisher, rating, COUNT { MATCH (article:Article {publisher: publisher}) } AS articles
ORDER BY rating, publisher;
