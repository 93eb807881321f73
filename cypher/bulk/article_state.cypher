// Which content of an article is in the graph, or was being loaded, and how far?
MATCH (article:Article {id: $article})
RETURN article.line_sha256 AS line_sha256, article.loading_sha256 AS loading_sha256, article.loading_done AS done;
