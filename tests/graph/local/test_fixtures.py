"""The fixtures that all tests on a real Neo4j rest on."""

import pytest
from neo4j import GraphDatabase

from graph.local.server import Connection

pytestmark = pytest.mark.neo4j


def test_write_and_leave(neo4j: Connection) -> None:
    with GraphDatabase.driver(neo4j.uri, auth=(neo4j.username, neo4j.password)) as driver:
        driver.execute_query("CREATE CONSTRAINT here IF NOT EXISTS FOR (n:Left) REQUIRE n.id IS UNIQUE")
        driver.execute_query("CREATE INDEX there IF NOT EXISTS FOR (n:Left) ON (n.name)")
        driver.execute_query("UNWIND range(1, 2500) AS id CREATE (:Left {id: id})-[:TO]->(:Right)")


def test_empty_neo4j_holds_nothing(empty_neo4j: Connection) -> None:
    with GraphDatabase.driver(empty_neo4j.uri, auth=(empty_neo4j.username, empty_neo4j.password)) as driver:
        counted, _, _ = driver.execute_query("MATCH (n) RETURN count(n) AS nodes")
        constraints, _, _ = driver.execute_query("SHOW CONSTRAINTS")
        indexes, _, _ = driver.execute_query("SHOW INDEXES YIELD type WHERE type <> 'LOOKUP' RETURN type")
    assert counted[0]["nodes"] == 0
    assert constraints == indexes == []
