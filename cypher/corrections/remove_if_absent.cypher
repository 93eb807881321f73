// Remove an article's node if no line of it was ever loaded.
MATCH (article:Article {id: $article})
WHERE article.line_sha256 IS NULL
DELETE article;
