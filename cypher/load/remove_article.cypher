// Remove an article that states nothing any more.
MATCH (article:Article {id: $article})
DETACH DELETE article;
