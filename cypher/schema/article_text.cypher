// Articles are found by words of title and text.
CREATE FULLTEXT INDEX article_text IF NOT EXISTS FOR (article:Article) ON EACH [article.title, article.text];
