// Write what is known of an article that is loaded in batches; until it is whole it has no hash of its line.
MATCH (article:Article {id: $article.id})
SET article = $article,
    article.loading_sha256 = $loading_sha256,
    article.loading_done = 0;
