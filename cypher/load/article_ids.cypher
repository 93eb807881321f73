// Which articles are there, in order of their ids?
MATCH (article:Article)
RETURN article.id AS id
ORDER BY id;
