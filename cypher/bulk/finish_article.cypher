// Note that an article is whole.
MATCH (article:Article {id: $article})
SET article.line_sha256 = $line_sha256,
    article.loaded_at = coalesce(datetime($loaded_at), datetime())
REMOVE article.loading_sha256, article.loading_done;
