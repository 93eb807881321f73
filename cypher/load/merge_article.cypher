// Write one article.
MERGE (article:Article {id: $article.id})
SET article = $article, article.loaded_at = datetime();
