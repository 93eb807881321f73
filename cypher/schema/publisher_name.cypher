// Publishers that are rated are known by their name.
CREATE CONSTRAINT publisher_name IF NOT EXISTS FOR (publisher:Publisher) REQUIRE publisher.name IS UNIQUE;
