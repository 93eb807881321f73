"""A Neo4j of the user's own: fetched once, one server a data directory, no Docker and no installed Java."""
