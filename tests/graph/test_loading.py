"""Loading and removing, on a real Neo4j: exactly what an article brought, no more and no less."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import loading, rebuilding, writing_out
from graph.errors import NotFoundError
from graph.jsonl import to_line
from graph.loading import load_extraction, remove_article
from graph.model import Extraction
from graph.store import Store
from tests.graph.building import ARNOR, FARAMIR, GONDOR, MORDOR, actor, article, claim, extraction, statement

pytestmark = pytest.mark.neo4j


WHOLE_GRAPH = Path(__file__).with_name("whole_graph.cypher").read_text("utf-8").strip().removesuffix(";")


def picture(store: Store) -> list[str]:
    """Return everything in the graph as sorted text, the time of loading left out."""
    found = []
    rows, _ = store.ask(WHOLE_GRAPH, {}, limit=100_000)
    for row in rows:
        properties = {name: str(value) for name, value in row["properties"].items() if name != "loaded_at"}
        found.append(repr((sorted(row["kind"]), sorted(properties.items()), row["source"], row["target"])))
    return sorted(found)


def edges(store: Store) -> dict[tuple[str, str, str], dict[str, object]]:
    rows, _ = store.ask(
        "MATCH (s:Actor)-[e]->(t:Actor) RETURN s.name AS s, type(e) AS e, t.name AS t, properties(e) AS p",
        {},
        limit=1000,
    )
    return {(row["s"], row["e"], row["t"]): row["p"] for row in rows}


def test_an_asserted_claim_makes_an_edge_with_counts(store: Store) -> None:
    assert load_extraction(store, statement("a", ARNOR, "THREATENED", MORDOR, date="2026-01")).state == "new"
    load_extraction(
        store, statement("b", ARNOR, "THREATENED", MORDOR, publisher="Herald", speakers=[FARAMIR])
    )
    load_extraction(store, statement("c", ARNOR, "THREATENED", MORDOR, status="denied"))
    edge = edges(store)["Arnor", "THREATENED", "Mordor"]
    counts = {name: edge[name] for name in edge if name.endswith("_count")}
    assert counts == {
        "claim_count": 2, "article_count": 2, "publisher_count": 2, "own_voice_count": 1, "denied_count": 1, "event_count": 2,
    }  # fmt: skip
    assert (edge["first_date"], edge["last_date"]) == ("2026-01-01", "2026-01-31")


@pytest.mark.parametrize("status", ["planned", "conditional", "possible", "negated", "denied"])
def test_what_nobody_asserts_makes_no_edge(store: Store, status: str) -> None:
    load_extraction(store, statement("a", ARNOR, "ATTACKED", MORDOR, status=status))
    assert edges(store) == {}
    assert store.read("load/article_count") == [{"article_count": 1}]


def test_a_symmetric_relation_is_one_edge_from_the_smaller_id(store: Store) -> None:
    load_extraction(store, statement("a", GONDOR, "MET_WITH", ARNOR))
    load_extraction(store, statement("b", ARNOR, "MET_WITH", GONDOR))
    assert {key: edge["claim_count"] for key, edge in edges(store).items()} == {
        ("Arnor", "MET_WITH", "Gondor"): 2
    }


def test_no_actor_has_an_edge_to_itself(store: Store) -> None:
    load_extraction(store, statement("a", ARNOR, "CRITICIZED", ARNOR))
    assert edges(store) == {}


def test_a_claim_without_target_is_kept_without_edge(store: Store) -> None:
    text = "Arnor rejected the plan."
    made = claim(text, ARNOR, "REJECTED", None, target_text="the plan")
    load_extraction(store, extraction(article("a", text), (ARNOR,), (made,)))
    assert edges(store) == {}
    rows, _ = store.ask("MATCH (c:Claim) RETURN c.target_text AS text, c.caption AS caption", {}, limit=9)
    assert rows == [{"text": "the plan", "caption": "Arnor rejected the plan"}]


def test_loading_twice_changes_nothing(store: Store) -> None:
    given_ = statement("a", ARNOR, "ATTACKED", MORDOR)
    load_extraction(store, given_)
    before = picture(store)
    assert load_extraction(store, given_).state == "unchanged"
    assert picture(store) == before


def test_a_changed_article_replaces_what_it_claimed(store: Store) -> None:
    load_extraction(store, statement("a", ARNOR, "ATTACKED", MORDOR))
    assert load_extraction(store, statement("a", GONDOR, "PRAISED", MORDOR)).state == "replaced"
    assert set(edges(store)) == {("Gondor", "PRAISED", "Mordor")}
    names, _ = store.ask("MATCH (a:Actor) RETURN a.name AS name ORDER BY name", {}, limit=9)
    assert [row["name"] for row in names] == ["Gondor", "Mordor"]


def test_removing_an_article_removes_exactly_what_it_brought(store: Store) -> None:
    load_extraction(store, statement("a", ARNOR, "ATTACKED", MORDOR))
    before = picture(store)
    load_extraction(store, statement("b", ARNOR, "PRAISED", GONDOR, speakers=[FARAMIR]))
    removed = remove_article(store, "b")
    assert (removed.claims, removed.quotations) == (1, 0)
    assert picture(store) == before


def test_removing_what_is_not_there_says_so(store: Store) -> None:
    with pytest.raises(NotFoundError, match="no article with id 'nothing'"):
        remove_article(store, "nothing")


def test_the_name_that_most_articles_give_wins_in_any_order(store: Store) -> None:
    america = actor("Mordor", id="Q1", names=("Mordor", "Dark Land"))
    other = replace(america, name="Land of Shadow", names=("Land of Shadow",))
    lines = [
        statement("a", ARNOR, "PRAISED", america),
        statement("b", ARNOR, "PRAISED", other),
        statement("c", ARNOR, "PRAISED", america),
    ]
    for line in lines:
        load_extraction(store, line)
    first = picture(store)
    for line in lines:
        remove_article(store, line.article.id)
    for line in reversed(lines):
        load_extraction(store, line)
    assert picture(store) == first
    rows, _ = store.ask("MATCH (a:Actor {id: 'Q1'}) RETURN a.name AS name, a.aliases AS aliases", {}, limit=9)
    assert rows == [{"name": "Mordor", "aliases": ["Dark Land", "Land of Shadow"]}]


ACTORS = (ARNOR, GONDOR, MORDOR, FARAMIR)
LINES = st.builds(
    lambda identity, source, target, relation, status, speakers: statement(
        identity, source, relation, target, status=status, speakers=speakers
    ),
    identity=st.sampled_from("abcd"),
    source=st.sampled_from(ACTORS),
    target=st.sampled_from(ACTORS),
    relation=st.sampled_from(["MET_WITH", "ATTACKED", "HOLDS_ROLE", "OTHER"]),
    status=st.sampled_from(["asserted", "denied", "planned"]),
    speakers=st.lists(st.sampled_from(ACTORS), max_size=2, unique=True),
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINES, min_size=1, max_size=6), seed=st.integers(0, 99))
def test_any_order_and_any_detour_lead_to_the_same_graph(
    store: Store, lines: list[Extraction], seed: int
) -> None:
    last = {line.article.id: line for line in lines}
    store.write("load/remove_batch")
    for line in lines:
        load_extraction(store, line)
    direct = picture(store)
    rebuilding.rebuild(store)
    assert picture(store) == direct
    gone = random.Random(seed).choice(sorted(last))
    remove_article(store, gone)
    rest = picture(store)
    load_extraction(store, last[gone])
    assert picture(store) == direct
    store.write("load/remove_batch")
    for identity in sorted(set(last) - {gone}, reverse=True):
        load_extraction(store, last[identity])
    assert picture(store) == rest
    assert [to_line(line) for line in writing_out.extractions(store)] == [
        to_line(last[identity]) for identity in sorted(set(last) - {gone})
    ]


HOSTILE = [
    "'; MATCH (n) DETACH DELETE n //",
    "`x`",
    "a\u0000b",
    "😀",
    "\\u0027",
    "$name {}",
    "שלום",
    "x" * 2500,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_comes_back_as_it_was(store: Store, text: str) -> None:
    hostile = actor(f"{text} state")
    line = statement("a", hostile, "ATTACKED", MORDOR, publisher=text)
    load_extraction(store, line)
    assert [to_line(each) for each in writing_out.extractions(store)] == [to_line(line)]


def test_without_text_the_graph_holds_no_text(store: Store) -> None:
    loading.load_extraction(store, statement("a", ARNOR, "ATTACKED", MORDOR), with_text=False)
    rows, _ = store.ask("MATCH (a:Article) RETURN a.text AS text", {}, limit=9)
    assert rows == [{"text": None}]
