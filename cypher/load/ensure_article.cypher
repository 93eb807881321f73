// Make sure of an article's node, and keep everybody else from changing what it brought until the transaction ends.
MERGE (article:Article {id: $article})
SET article.locked = true
REMOVE article.locked;
