// Keep everybody else from changing what an article brought until the transaction ends; none, if there is no such article.
MATCH (article:Article {id: $article})
SET article.locked = true
REMOVE article.locked;
