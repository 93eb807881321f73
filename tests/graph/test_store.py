"""The store: readable errors, reading only, parameters that fit, a schema that is known."""

from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pytest
from pydantic import SecretStr

from graph import queries, schema
from graph.errors import AuthenticationError, ConfigurationError, QueryError, SchemaError, StoreError
from graph.loading import load_extraction
from graph.local.server import Connection
from graph.settings import Settings
from graph.store import Store, open_store
from tests.graph.building import ARNOR, MORDOR, statement
from tests.graph.conftest import settings_of
from tests.graph.test_loading import picture

pytestmark = pytest.mark.neo4j


def test_a_wrong_password_is_said(neo4j: Connection) -> None:
    wrong = Settings(neo4j_uri=neo4j.uri, neo4j_password=SecretStr("wrong"))
    with pytest.raises(AuthenticationError, match="NEO4J_PASSWORD"), open_store(wrong):
        pass


def test_many_wrong_passwords_are_said_as_what_they_are(neo4j: Connection) -> None:
    wrong = Settings(neo4j_uri=neo4j.uri, neo4j_password=SecretStr("wrong"))
    for _ in range(6):
        with pytest.raises(AuthenticationError, match="NEO4J_PASSWORD"), open_store(wrong):
            pass
    sleep(6)  # until the server takes the right one again


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
    store.write("load/record_version", schema_version=schema.VERSION + 1, migrations=[])
    with pytest.raises(SchemaError, match="install a newer newsgraph"):
        schema.prepare(store)


def test_a_graph_of_an_older_program_is_brought_up_to_date(store: Store) -> None:
    load_extraction(store, statement("a", ARNOR, "ATTACKED", MORDOR))
    now = picture(store)
    wreck = (
        "MATCH (n:Actor|Claim) SET n.name = 'old', n.pair = null WITH n MATCH (n)-[e:ATTACKED]->() DELETE e"
    )
    store.transact(lambda each: each._transaction.run(wreck).consume())
    store.write("load/record_version", schema_version=schema.VERSION - 1, migrations=[])
    assert picture(store) != now
    schema.prepare(store)
    assert schema.version(store) == schema.VERSION
    assert [each.replace("('name', 'old'), ", "") for each in picture(store)] == now


def test_a_graph_without_events_gets_them(store: Store) -> None:
    schema.prepare(store)
    for identity, day in (("a", "2026-03-02"), ("b", "2026-03-02"), ("c", None)):
        load_extraction(store, statement(identity, ARNOR, "ATTACKED", MORDOR, date=day, place=MORDOR.id))
    now = picture(store)
    for wreck in (
        "MATCH (e:Event) DETACH DELETE e",
        "MATCH (c:Claim) REMOVE c.thread, c.moment, c.mark, c.place_kind, c.place_country",
        "MATCH (a:Article) REMOVE a.signature",
        "MATCH (:Actor)-[e:ATTACKED]->(:Actor) SET e.event_count = 9",
        "MATCH (g:Graph) REMOVE g.migrations",
    ):
        store.transact(lambda each, cypher=wreck: each._transaction.run(cypher).consume())  # type: ignore[misc]
    store.write("load/record_version", schema_version=4, migrations=[])
    assert picture(store) != now
    schema.prepare(store)
    assert picture(store) == now
    assert [each.partition(" ")[0] for each in schema.migrations(store)] == ["5"]
    # Each is recorded once.
    schema.prepare(store)
    assert len(schema.migrations(store)) == 1


def test_a_new_graph_records_every_version(empty_neo4j: Connection) -> None:
    with open_store(settings_of(empty_neo4j)) as opened:
        schema.prepare(opened)
        assert [each.split(" at ")[0] for each in schema.migrations(opened)] == ["1", "2", "3", "4", "5"]


def test_programs_that_make_one_schema_at_once_all_succeed(empty_neo4j: Connection) -> None:
    def work(_: int) -> int | None:
        with open_store(settings_of(empty_neo4j)) as opened:
            schema.prepare(opened)
            return schema.version(opened)

    with ThreadPoolExecutor(6) as programs:
        assert set(programs.map(work, range(6))) == {schema.VERSION}


def test_no_number_is_none_of_json(store: Store) -> None:
    rows, _ = store.ask("RETURN 0.0 / 0.0 AS none, 1 / 0.0 AS endless, 0.5 AS half", {}, limit=1)
    assert rows == [{"none": "nan", "endless": "inf", "half": 0.5}]


@pytest.mark.parametrize("name", [name for name in queries.names() if not name.startswith("schema/")])
def test_every_query_is_understood_by_the_server(store: Store, name: str) -> None:
    query = queries.load(name)
    assert query.purpose.endswith(
        (".", "?", "included", "name", "names", "side", "pairs", "id", "days", "title", "kind")
    )
    with store._driver.session() as session:
        session.run("EXPLAIN " + query.text, dict.fromkeys(query.parameters)).consume()
