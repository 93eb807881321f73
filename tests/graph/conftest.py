"""A store on a real Neo4j that holds nothing but the schema."""

from collections.abc import Iterator

import pytest
from pydantic import SecretStr

from graph import schema
from graph.local.server import Connection
from graph.settings import Settings
from graph.store import Store, open_store


def settings_of(connection: Connection) -> Settings:
    """Return settings that name a server by its address, as another Neo4j would be named."""
    return Settings(
        neo4j_uri=connection.uri,
        neo4j_username=connection.username,
        neo4j_password=SecretStr(connection.password),
        neo4j_database=connection.database,
    )


@pytest.fixture
def store(empty_neo4j: Connection) -> Iterator[Store]:
    """Return an empty, prepared store."""
    with open_store(settings_of(empty_neo4j)) as opened:
        schema.prepare(opened)
        yield opened
