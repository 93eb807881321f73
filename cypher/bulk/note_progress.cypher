// Note how far an article is loaded, and keep everybody else from changing what it brought until the transaction ends.
MATCH (article:Article {id: $article})
SET article.loading_done = $done
RETURN article.loading_sha256 AS loading_sha256;
