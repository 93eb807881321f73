"""The store: readable errors, reading only, parameters that fit, a schema that is known."""

import pytest
from pydantic import SecretStr

from graph import queries, schema
from graph.errors import AuthenticationError, ConfigurationError, QueryError, SchemaError, StoreError
from graph.local.server import Connection
from graph.settings import Settings
from graph.store import Store, open_store

pytestmark = pytest.mark.neo4j


def test_a_wrong_password_is_said(neo4j: Connection) -> None:
    wrong = Settings(neo4j_uri=neo4j.uri, neo4j_password=SecretStr("wrong"))
    with pytest.raises(AuthenticationError, match="NEO4J_PASSWORD"), open_store(wrong):
        pass


def test_a_store_that_is_down_is_said() -> None:
    down = Settings(neo4j_uri="bolt://127.0.0.1:1", neo4j_password=SecretStr("x"))
    with pytest.raises(StoreError, match="does not answer"), open_store(down):
        pass


def test_an_address_that_is_none_is_said() -> None:
    odd = Settings(neo4j_uri="http://example.org", neo4j_password=SecretStr("x"))
    with pytest.raises(ConfigurationError, match="NEO4J_URI"), open_store(odd):
        pass
    without = Settings(neo4j_uri="bolt://127.0.0.1:1")
    with pytest.raises(ConfigurationError, match="NEO4J_PASSWORD"), open_store(without):
        pass


@pytest.mark.parametrize(
    "statement",
    ["CREATE (:X)", "MATCH (n) DETACH DELETE n", "CREATE INDEX x FOR (n:X) ON (n.y)", "CALL db.createLabel('x')", "EXPLAIN CREATE (:X)"],
)  # fmt: skip
def test_asking_never_writes(store: Store, statement: str) -> None:
    with pytest.raises(QueryError):
        store.ask(statement, {}, limit=10)
    assert store.ask("MATCH (n:X) RETURN n", {}, limit=10) == ([], False)


def test_asking_gives_plain_values_and_says_when_there_is_more(store: Store) -> None:
    rows, more = store.ask(
        "UNWIND range(1, 5) AS x RETURN x, date('2026-01-02') AS day, [1, {a: null}] AS list", {}, limit=2
    )
    assert rows == [{"x": x, "day": "2026-01-02", "list": [1, {"a": None}]} for x in (1, 2)]
    assert more


def test_parameters_must_fit_the_file(store: Store) -> None:
    with pytest.raises(ConfigurationError, match=r"missing parameters \['article'\], unknown \['wrong'\]"):
        store.read("load/article_state", wrong=1)


def test_a_graph_of_a_newer_program_is_refused(store: Store) -> None:
    schema.prepare(store)
    assert schema.version(store) == schema.VERSION
    store.write("load/record_version", schema_version=schema.VERSION + 1)
    with pytest.raises(SchemaError, match="install a newer newsgraph"):
        schema.prepare(store)


@pytest.mark.parametrize("name", [name for name in queries.names() if not name.startswith("schema/")])
def test_every_query_is_understood_by_the_server(store: Store, name: str) -> None:
    query = queries.load(name)
    assert query.purpose.endswith((".", "?", "included", "name", "names", "side", "pairs", "id", "days"))
    with store._driver.session() as session:
        session.run("EXPLAIN " + query.text, dict.fromkeys(query.parameters)).consume()
