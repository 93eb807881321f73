"""Each of the analysts' ready queries, on a small graph worked out by hand."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph import asking, queries
from graph.corrections import ledger as corrections
from graph.corrections.correction import rating
from graph.identity import ledger
from graph.identity.judgement import judgement
from graph.identity.references import Reference
from graph.loading import load_extraction
from graph.model import Quotation
from graph.store import Store
from tests.graph.building import ARNOR, FARAMIR, GONDOR, MORDOR, actor, article, claim, extraction, statement

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
    assert [
        (row["who"], row["did"], row["whom"], row["asserted_in"], row["asserted_by"], row["denied_in"])
        for row in rows
    ] == [("Arnor", "SUPPORTED", "Mordor", ["Herald"], ["Faramir Stewardson"], ["Courier"])]
    assert ask(told, "contested", actor="Gondor") == []


def test_what_is_contested_by_rated_publishers_only(told: Store) -> None:
    for name, grade in (("Herald", "A"), ("Courier", "C")):
        corrections.record(told, rating(name, grade, reason="why", by="me"))
    assert [len(ask(told, "contested", rating=grade)) for grade in "ABCE"] == [0, 0, 1, 1]


def test_events(told: Store) -> None:
    rows = ask(told, "events", actor="Mordor")
    assert {
        (row["who"], row["did"], row["whom"], row["status"], row["contested"], row["denials"]) for row in rows
    } == {
        ("Arnor", "SUPPORTED", "Mordor", "asserted", True, 1),
        ("Arnor", "DENIED", "Mordor", "asserted", False, 0),
        ("Mordor", "THREATENED", "Gondor", "asserted", False, 0),
    }
    assert [row["did"] for row in ask(told, "events", **{"from": "2026-02-11", "to": "2026-03-01"})] == [
        "THREATENED"
    ]
    corrections.record(told, rating("Herald", "B", reason="why", by="me"))
    assert [row["did"] for row in ask(told, "events", rating="B")] == ["SUPPORTED"]
    assert ask(told, "events", rating="A") == []
    assert {row["publisher"] for row in ask(told, "who_did_what", rating="B")} == {"Herald"}
    (supported,) = ask(told, "events", rating="B")
    found = ask(told, "claims_of_event", event=supported["event"])
    assert {(row["publisher"], row["status"], *row["said_by"]) for row in found} == {
        ("Herald", "asserted", "Faramir Stewardson"),
        ("Courier", "denied"),
    }


def test_rejected_claims_are_listed_with_the_reason_and_in_no_other_answer(told: Store) -> None:
    rows = ask(told, "threats")
    found, _ = told.ask("MATCH (c:Claim {relation: 'THREATENED'}) RETURN c.id AS id", {}, limit=1)
    corrections.judge(told, "reject", found[0]["id"], reason="a play", by="me")
    assert len(rows) == 1
    assert ask(told, "threats") == []
    assert "THREATENED" not in {row["did"] for name in ("who_did_what", "events") for row in ask(told, name)}
    assert [(row["because"], row["by"], row["id"]) for row in ask(told, "rejected")] == [
        ("a play", "me", found[0]["id"])
    ]


def test_a_rejected_claim_is_no_part_of_a_pair_s_story(told: Store) -> None:
    found, _ = told.ask("MATCH (c:Claim {relation: 'MET_WITH'}) RETURN c.id AS id", {}, limit=1)
    assert len(ask(told, "pair_timeline", one="Gondor", other="Arnor")) == 1
    corrections.judge(told, "reject", found[0]["id"], reason="a play", by="me")
    assert ask(told, "pair_timeline", one="Gondor", other="Arnor") == []


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("threats", {}),
        ("denials", {}),
        ("who_met_whom", {}),
        ("who_did_what", {}),
        ("events", {}),
        ("pair_timeline", {"one": "Gondor", "other": "Arnor"}),
    ],
)
def test_a_rating_leaves_out_whom_nobody_rated(told: Store, name: str, given: dict[str, str]) -> None:
    assert ask(told, name, **given)
    assert ask(told, name, rating="E", **given) == []


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


def test_a_path_goes_over_edges_and_not_over_articles(store: Store) -> None:
    load_extraction(store, statement("a", ARNOR, "MET_WITH", GONDOR))
    load_extraction(store, statement("b", MORDOR, "ATTACKED", GONDOR, speakers=[FARAMIR]))
    # Both are named in one article, which is a shorter way, but none that says anything of them.
    load_extraction(store, statement("c", ARNOR, "ATTACKED", MORDOR, status="planned"))
    assert ask(store, "shortest_path", **{"from": "Arnor", "to": "Mordor"}) == [
        {"step": 1, "who": "Arnor", "did": "MET_WITH", "whom": "Gondor", "sentence": "Arnor MET_WITH Gondor.", "said_by": []},
        {"step": 2, "who": "Mordor", "did": "ATTACKED", "whom": "Gondor", "sentence": "Mordor ATTACKED Gondor.",
         "said_by": ["Faramir Stewardson"]},
    ]  # fmt: skip
    assert ask(store, "shortest_path", **{"from": "Faramir Stewardson", "to": "Arnor"}) == []


def test_evidence_is_of_the_edge_and_of_no_other(store: Store) -> None:
    load_extraction(store, statement("a", ARNOR, "ACCUSED", MORDOR, speakers=[GONDOR]))
    # Of the same relation, and both of the edge's actors have to do with them.
    load_extraction(store, statement("b", MORDOR, "ACCUSED", ARNOR, speakers=[GONDOR]))
    load_extraction(store, statement("c", ARNOR, "ACCUSED", GONDOR, speakers=[MORDOR]))
    found = ask(store, "claims_of_edge", edge=f"{ARNOR.id}~ACCUSED~{MORDOR.id}")
    assert [row["sentence"] for row in found] == ["Arnor ACCUSED Mordor."]
    rows = ask(store, "only_as_said")
    assert [(row["who"], row["whom"], row["said_by"], row["sentences"]) for row in rows] == [
        ("Arnor", "Gondor", ["Mordor"], ["Arnor ACCUSED Gondor."]),
        ("Arnor", "Mordor", ["Gondor"], ["Arnor ACCUSED Mordor."]),
        ("Mordor", "Arnor", ["Gondor"], ["Mordor ACCUSED Arnor."]),
    ]


def test_what_is_symmetric_is_found_in_either_direction(store: Store) -> None:
    load_extraction(store, statement("a", GONDOR, "MET_WITH", ARNOR, published="2026-03-01"))
    load_extraction(store, statement("b", ARNOR, "MET_WITH", GONDOR, status="denied", publisher="Herald"))
    found = ask(store, "claims_of_edge", edge=f"{ARNOR.id}~MET_WITH~{GONDOR.id}")
    assert [(row["sentence"], row["status"]) for row in found] == [
        ("Gondor MET_WITH Arnor.", "asserted"),
        ("Arnor MET_WITH Gondor.", "denied"),
    ]
    assert [{**row, "event": None} for row in ask(store, "contested")] == [
        {"event": None, "who": "Arnor", "did": "MET_WITH", "whom": "Gondor", "day": "2026-03-01", "asserted_in": ["Courier"], "asserted_by": [],
         "asserting": ["Gondor MET_WITH Arnor."], "denied_in": ["Herald"], "denied_by": [], "denying": ["Arnor MET_WITH Gondor."]}
    ]  # fmt: skip


def test_what_is_directed_is_contested_in_its_own_direction_only(store: Store) -> None:
    load_extraction(store, statement("a", GONDOR, "ATTACKED", ARNOR))
    load_extraction(store, statement("b", ARNOR, "ATTACKED", GONDOR, status="negated"))
    assert ask(store, "contested") == []


def test_who_did_what(told: Store) -> None:
    rows = ask(told, "who_did_what", actor="Mordor")
    assert {(row["who"], row["did"], row["whom"], row["status"]) for row in rows} == {
        ("Mordor", "THREATENED", "Gondor", "asserted"),
        ("Arnor", "SUPPORTED", "Mordor", "asserted"),
        ("Arnor", "SUPPORTED", "Mordor", "denied"),
        ("Arnor", "DENIED", "Mordor", "asserted"),
    }


def test_said_about(store: Store) -> None:
    line = statement("a", ARNOR, "ATTACKED", MORDOR, speakers=[FARAMIR])
    text = line.article.text
    words = Quotation("q1", FARAMIR.id, "Faramir", "said", text, 0, len(text), direct=False)
    load_extraction(store, replace(line, quotations=(words,)))
    assert ask(store, "said_about", actor="Mordor") == [
        {"who": "Faramir Stewardson", "words": text, "direct": False, "publisher": "Courier", "published": "2026-03-02"}
    ]  # fmt: skip
    assert ask(store, "said_about", actor="Gondor") == []


def test_who_held_which_office_when_and_who_else(store: Store) -> None:
    boromir = actor("Boromir Stewardson", "Person")
    for identity, who, day, since in (
        ("a", FARAMIR, "2026-01-10", None), ("b", FARAMIR, "2026-03-10", "2025-06"), ("c", boromir, "2026-02-10", None),
    ):  # fmt: skip
        line = statement(identity, who, "HOLDS_ROLE", GONDOR, role="Premier", published=day, role_from=since)
        load_extraction(store, line)
    rows = ask(store, "roles", actor="Faramir Stewardson", role="premier")
    assert [(row["who"], row["of"], row["first"], row["last"], row["articles"]) for row in rows] == [
        ("Faramir Stewardson", "Gondor", "2025-06", "2026-03-10", 2)
    ]
    rows = ask(store, "office_conflicts", role="Premier")
    assert [(row["of"], row["one"], row["other"]) for row in rows] == [
        ("Gondor", "Boromir Stewardson", "Faramir Stewardson")
    ]


def test_two_full_names_of_one_actor_are_found_until_judged(store: Store) -> None:
    odd = actor(
        "John Smith", "Person", names=("John Smith", "Peter Miller", "J. Smith", "Smith", "John Smith>")
    )
    father = actor("Al Gore", "Person", names=("Al Gore Jr.", "Al Gore Sr.", "Al Gore"))
    body = actor("Grain Board", "Organization", names=("Grain Board", "Board of Grain", "Wheat Office"))
    for number, each in enumerate((odd, father, body)):
        load_extraction(store, statement(f"{number}", each, "PRAISED", GONDOR))
    rows = {(row["actor"], frozenset((row["one"], row["other"]))) for row in ask(store, "names_to_judge")}
    assert rows == {
        (odd.id, frozenset(("John Smith", "Peter Miller"))), (odd.id, frozenset(("J. Smith", "Peter Miller"))),
        (odd.id, frozenset(("John Smith>", "Peter Miller"))),
        (father.id, frozenset(("Al Gore Jr.", "Al Gore Sr."))),
        (body.id, frozenset(("Grain Board", "Wheat Office"))), (body.id, frozenset(("Board of Grain", "Wheat Office"))),
    }  # fmt: skip
    made = judgement(
        "same", Reference(odd.id), Reference("person:peter-miller"), reason="a pen name", by="me"
    )
    ledger.record(store, made)
    assert odd.id not in {row["actor"] for row in ask(store, "names_to_judge")}


def test_every_ready_query_is_tested_here() -> None:
    here = Path(__file__).read_text("utf-8")
    short = [name.removeprefix("analysts/") for name in queries.names("analysts")]
    assert [name for name in short if f', "{name}"' not in here] == []
