// By what are these articles known to be copies?
UNWIND $ids AS id
MATCH (article:Article {id: id})
RETURN 'article' AS what, id AS key, article.signature AS found;
