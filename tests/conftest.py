"""What all tests share: a real Neo4j of each tested version, started once for the whole run."""

from collections.abc import Iterator
from typing import get_args

import pytest
from neo4j import Driver, GraphDatabase

from graph.local.server import Connection, LocalServer
from graph.settings import Neo4jVersion, Settings

VERSIONS: tuple[Neo4jVersion, ...] = get_args(Neo4jVersion)

_EMPTYING = "MATCH (node) CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 1000 ROWS"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--neo4j-version", choices=VERSIONS, help="test on this Neo4j only; by default on every supported one"
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    for fixture in ("neo4j", "neo4j_version"):
        if fixture in metafunc.fixturenames:
            only = metafunc.config.getoption("--neo4j-version")
            metafunc.parametrize(fixture, [only] if only else VERSIONS, indirect=True, scope="session")


@pytest.fixture(scope="session", autouse=True)
def _own_surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests off the graph of whoever runs them; only the cache of downloads is shared with it."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
            patch.delenv(name, raising=False)
        for name in ("NEWSGRAPH_NEO4J_VERSION", "NEWSGRAPH_BOLT_PORT", "NEWSGRAPH_HTTP_PORT"):
            patch.delenv(name, raising=False)
        patch.setenv("NEWSGRAPH_DATA_DIR", str(tmp_path_factory.mktemp("nobody") / "data"))
        yield


@pytest.fixture(scope="session")
def neo4j_version(request: pytest.FixtureRequest) -> Neo4jVersion:
    """Each tested version of Neo4j, for tests that start servers themselves."""
    version: Neo4jVersion = request.param
    return version


@pytest.fixture(scope="session")
def neo4j(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, _own_surroundings: None
) -> Iterator[Connection]:
    """Return how to connect to a server that lives for the whole run; each version in turn.

    What is in it is what the tests before left; use `empty_neo4j` to start from nothing. Where the jars can
    not be fetched the tests fail: a run that tested nothing must not look like one that passed.
    """
    server = LocalServer(
        Settings(
            data_dir=tmp_path_factory.mktemp("neo4j") / "data",
            neo4j_version=request.param,
            bolt_port=0,
            http_port=0,
        )
    )
    try:
        yield server.ensure_running()
    finally:
        server.stop()


@pytest.fixture
def empty_neo4j(neo4j: Connection) -> Connection:
    """Return how to connect to the same server, holding no nodes, constraints or indexes."""
    empty_database(neo4j)
    return neo4j


def empty_database(neo4j: Connection) -> None:
    """Delete everything in the database of a server."""
    with GraphDatabase.driver(neo4j.uri, auth=(neo4j.username, neo4j.password)) as driver:
        empty(driver, neo4j.database)


def empty(driver: Driver, database: str | None) -> None:
    """Delete everything in the database, in batches that fit the memory of a small server."""
    with driver.session(database=database) as session:
        session.run(_EMPTYING).consume()
    constraints, _, _ = driver.execute_query("SHOW CONSTRAINTS YIELD name", database_=database)
    for record in constraints:
        driver.execute_query(f"DROP CONSTRAINT `{record['name']}` IF EXISTS", database_=database)
    # Those of type LOOKUP are there in every new database.
    indexes, _, _ = driver.execute_query(
        "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name", database_=database
    )
    for record in indexes:
        driver.execute_query(f"DROP INDEX `{record['name']}` IF EXISTS", database_=database)
