// How many articles are of this publisher?
RETURN COUNT { MATCH (article:Article {publisher: $publisher}) } AS articles;
