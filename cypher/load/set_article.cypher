// Write what is known of an article itself.
MATCH (article:Article {id: $article.id})
SET article = $article,
    article.loaded_at = coalesce(datetime($loaded_at), datetime());
