// Articles are found by date.
CREATE INDEX article_published IF NOT EXISTS FOR (article:Article) ON (article.published);
