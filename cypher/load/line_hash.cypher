// Which line is loaded of an article?
MATCH (article:Article {id: $article})
RETURN article.line_sha256 AS line_sha256;
