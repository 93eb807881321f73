// Articles are found by the key that stands in URLs.
CREATE INDEX article_key IF NOT EXISTS FOR (article:Article) ON (article.key);
