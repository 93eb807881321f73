// Articles are found by publisher.
CREATE INDEX article_publisher IF NOT EXISTS FOR (article:Article) ON (article.publisher);
