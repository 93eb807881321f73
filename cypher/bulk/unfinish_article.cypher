// Note that an article is no longer whole.
MATCH (article:Article {id: $article})
REMOVE article.line_sha256, article.loading_sha256, article.loading_done;
