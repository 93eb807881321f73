"""Each of the analysts' ready queries, on a small graph worked out by hand."""

from typing import Any

import pytest

from graph import asking, queries
from graph.loading import load_extraction
from graph.store import Store
from tests.graph.building import ARNOR, FARAMIR, GONDOR, MORDOR, article, claim, extraction, statement

pytestmark = pytest.mark.neo4j


@pytest.fixture
def told(store: Store) -> Store:
    load_extraction(
        store, statement("a", ARNOR, "MET_WITH", GONDOR, date="2026-02-10", published="2026-02-11")
    )
    load_extraction(
        store,
        statement("b", MORDOR, "THREATENED", GONDOR, condition="if Gondor arms", published="2026-02-12"),
    )
    load_extraction(store, statement("c", ARNOR, "SUPPORTED", MORDOR, publisher="Herald", speakers=[FARAMIR]))
    text = "Arnor denied supporting Mordor."
    supported = claim(text, ARNOR, "SUPPORTED", MORDOR, status="denied")
    denied = claim(text, ARNOR, "DENIED", MORDOR, denies=supported.id)
    load_extraction(store, extraction(article("d", text), (ARNOR, MORDOR), (supported, denied)))
    return store


def ask(store: Store, name: str, **parameters: object) -> list[dict[str, Any]]:
    question = asking.question(f"@{name}", dict(parameters))
    rows, _ = store.ask(question.text, question.parameters, limit=100)
    return rows


def test_who_met_whom_in_a_period(told: Store) -> None:
    met = ask(told, "who_met_whom", **{"from": "2026-02-01", "to": "2026-03-01"})
    assert [(row["who"], row["met"], row["day"]) for row in met] == [("Arnor", "Gondor", "2026-02-10")]
    assert ask(told, "who_met_whom", **{"from": "2026-02-11"}) == []


def test_threats_and_their_conditions(told: Store) -> None:
    assert [(row["who"], row["whom"], row["condition"]) for row in ask(told, "threats")] == [
        ("Mordor", "Gondor", "if Gondor arms")
    ]
    assert ask(told, "threats", actor="Arnor") == []


def test_contested(told: Store) -> None:
    rows = ask(told, "contested")
    assert [(row["who"], row["did"], row["whom"], row["asserted_by"], row["denied_in"]) for row in rows] == [
        ("Arnor", "SUPPORTED", "Mordor", ["Herald"], ["Courier"])
    ]


def test_the_chain_of_denials(told: Store) -> None:
    rows = ask(told, "denials")
    assert [(row["who"], row["about"], row["denied_claim"]) for row in rows] == [
        ("Arnor", "Mordor", "Arnor supported Mordor [denied]")
    ]


def test_shortest_path_with_sentences(told: Store) -> None:
    rows = ask(told, "shortest_path", **{"from": "Arnor", "to": "Gondor"})
    assert [(row["who"], row["did"], row["whom"], row["sentence"]) for row in rows] == [
        ("Arnor", "MET_WITH", "Gondor", "Arnor MET_WITH Gondor.")
    ]


def test_most_mentioned_pairs(told: Store) -> None:
    assert ask(told, "most_mentioned_pairs", limit=1) == [{"one": "Arnor", "other": "Mordor", "articles": 2}]


def test_from_an_edge_to_its_sentences(told: Store) -> None:
    rows, _ = told.ask("MATCH ()-[e:SUPPORTED]->() RETURN e.id AS id", {}, limit=9)
    found = ask(told, "claims_of_edge", edge=rows[0]["id"])
    assert {(row["status"], tuple(row["said_by"])) for row in found} == {
        ("asserted", ("Faramir Stewardson",)),
        ("denied", ()),
    }


def test_only_as_said_by_others(told: Store) -> None:
    rows = ask(told, "only_as_said")
    assert [(row["who"], row["did"], row["whom"], row["said_by"]) for row in rows] == [
        ("Arnor", "SUPPORTED", "Mordor", ["Faramir Stewardson"])
    ]


def test_timeline_of_a_pair(told: Store) -> None:
    rows = ask(told, "pair_timeline", one="Gondor", other="Arnor")
    assert [(row["day"], row["who"], row["did"]) for row in rows] == [("2026-02-10", "Arnor", "MET_WITH")]


def test_who_did_what(told: Store) -> None:
    rows = ask(told, "who_did_what", actor="Mordor")
    assert {(row["who"], row["did"], row["whom"], row["status"]) for row in rows} == {
        ("Mordor", "THREATENED", "Gondor", "asserted"),
        ("Arnor", "SUPPORTED", "Mordor", "asserted"),
        ("Arnor", "SUPPORTED", "Mordor", "denied"),
        ("Arnor", "DENIED", "Mordor", "asserted"),
    }


def test_said_about(told: Store) -> None:
    assert ask(told, "said_about", actor="Mordor") == []


def test_every_ready_query_is_tested_here() -> None:
    named = {"who_met_whom", "threats", "contested", "denials", "shortest_path", "most_mentioned_pairs", "claims_of_edge",
             "only_as_said", "pair_timeline", "who_did_what", "said_about"}  # fmt: skip
    assert {name.removeprefix("analysts/") for name in queries.names("analysts")} == named
