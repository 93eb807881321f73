// Which articles come next, in order of their ids, and what are their texts?
MATCH (article:Article)
WHERE article.id > $after
RETURN article.id AS id, article.text AS text
ORDER BY id
LIMIT $limit;
