"""Actors that may be one: found by names in blocks, weighed by more, and not shown again once judged."""

from dataclasses import replace

import pytest

from graph.errors import NotFoundError
from graph.identity import ledger
from graph.identity.candidates import Candidate, candidates, candidates_of
from graph.identity.judgement import judgement
from graph.identity.likeness import keys, likeness
from graph.loading import load_extraction
from graph.store import Store
from tests.graph.building import ARNOR, MORDOR, actor, statement


@pytest.mark.parametrize(
    ("kind", "one", "other", "least", "most"),
    [
        ("Person", "Volodymyr Zelensky", "Volodymyr Zelenskyy", 0.9, 1),
        ("Person", "Zelenskyy, Volodymyr", "Volodymyr Zelenskyy", 1, 1),
        ("Person", "José Núñez", "Jose Nunez", 1, 1),
        ("Person", "J. Smith", "John Smith", 0.8, 0.9),
        ("Person", "Smith", "John Smith", 0.7, 0.7),
        ("Person", "Smith", "Smith", 0.7, 0.7),
        ("Person", "John Smith", "Jane Smith", 0, 0.69),
        ("Person", "John Smith", "John Jones", 0, 0),
        ("Organization", "Acme Corp", "Acme Inc.", 1, 1),
        ("Organization", "World Trade Organization", "WTO", 0.85, 0.85),
        ("Organization", "Ministry of Trade", "Ministry of Tourism", 0, 0.8),
        ("Organization", "Alcan", "Alcan", 1, 1),
    ],
)
def test_how_alike_names_are(kind: str, one: str, other: str, least: float, most: float) -> None:
    assert least <= likeness(kind, [one], [other]).degree <= most
    assert likeness(kind, [one], [other]).degree == likeness(kind, [other], [one]).degree


def test_the_short_name_of_two_bodies_says_little() -> None:
    assert likeness("Organization", ["Trade Board", "Board"], ["Grain Board", "Board"]).degree < 0.8


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("Person", "Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Person", "Smith", "John Smith"),
        ("Organization", "World Trade Organization", "W.T.O."),
        ("Organization", "Acme Corp", "Acme"),
    ],
)
def test_those_that_may_be_alike_share_a_key(kind: str, one: str, other: str) -> None:
    assert set(keys(kind, [one])) & set(keys(kind, [other]))


@pytest.fixture
def told(store: Store) -> Store:
    zelensky = actor("Volodymyr Zelensky", "Person", country="UA")
    other = actor("Volodymyr Zelenskyy", "Person", country="UA")
    foreign = actor("Wolodymyr Zelensky", "Person", country="PL")
    load_extraction(store, statement("a", zelensky, "VISITED", ARNOR, published="2026-01-01"))
    load_extraction(store, statement("b", other, "VISITED", ARNOR, published="2026-01-01"))
    load_extraction(store, statement("c", foreign, "PRAISED", other, published="2026-02-01"))
    load_extraction(store, statement("d", actor("Zelensky Union", "Organization"), "PRAISED", MORDOR))
    for number in range(2):
        local = actor("Zelensky", "Person", id=f"person:zelensky@0000000{number}")
        load_extraction(store, statement(f"e{number}", local, "PRAISED", MORDOR, published="2026-01-01"))
    store.schema("load/wait_for_indexes")
    return store


def pair(found: Candidate) -> set[str]:
    return {found.left["name"], found.right["name"]}


@pytest.mark.neo4j
def test_the_likeliest_comes_first_with_what_speaks_for_and_against(told: Store) -> None:
    found = candidates(told)
    assert pair(found[0]) == {"Volodymyr Zelensky", "Volodymyr Zelenskyy"}
    assert any("both are of UA" in each for each in found[0].speaks_for)
    assert any("connected with Arnor" in each for each in found[0].speaks_for)
    assert found[0].speaks_against == ()
    foreign = next(each for each in found if pair(each) == {"Wolodymyr Zelensky", "Volodymyr Zelenskyy"})
    assert "one is of UA, the other of PL" in "".join(foreign.speaks_against) or "one is of PL" in "".join(
        foreign.speaks_against
    )
    assert any("1 articles speak of both" in each for each in foreign.speaks_against)
    assert foreign.degree < found[0].degree
    assert all({each.left["kind"], each.right["kind"]} == {"Person"} for each in found)
    assert not any("@" in each.left["id"] and "@" in each.right["id"] for each in found)


@pytest.mark.neo4j
def test_those_of_one_actor_are_found_by_the_index(told: Store) -> None:
    found = candidates_of(told, "person:volodymyr-zelensky")
    assert "person:volodymyr-zelenskyy" in {found[0].left["id"], found[0].right["id"]}
    with pytest.raises(NotFoundError):
        candidates_of(told, "person:nobody")


@pytest.mark.neo4j
@pytest.mark.parametrize("decision", ["same", "different", "unsure"])
def test_what_was_judged_is_no_candidate(told: Store, decision: str) -> None:
    first = candidates(told)[0]
    sides = ledger.find(told, first.left["id"]), ledger.find(told, first.right["id"])
    ledger.make(told, [judgement(decision, *sides, reason="why", by="me")])
    assert first not in candidates(told)
    assert pair(first) not in [pair(each) for each in candidates(told)]


@pytest.mark.neo4j
def test_namesakes_that_a_rule_keeps_apart_are_no_candidates(store: Store) -> None:
    smith = actor("John Smith", "Person")
    for identity, country in (("a", "GB"), ("b", "US")):
        load_extraction(store, statement(identity, replace(smith, country=country), "ATTACKED", MORDOR))
    assert candidates(store) == []
