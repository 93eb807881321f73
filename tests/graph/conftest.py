"""A store on a real Neo4j that holds nothing but the schema."""

from collections.abc import Iterator

import pytest
from neo4j import GraphDatabase
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
def store(neo4j: Connection) -> Iterator[Store]:
    """Return an empty, prepared store."""
    # The indexes stay: to drop and to make them takes longer than most tests.
    with GraphDatabase.driver(neo4j.uri, auth=(neo4j.username, neo4j.password)) as driver:
        driver.execute_query("MATCH (node) DETACH DELETE node", database_=neo4j.database)
    with open_store(settings_of(neo4j)) as opened:
        schema.prepare(opened)
        yield opened
