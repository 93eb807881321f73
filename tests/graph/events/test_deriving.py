"""Events after articles and judgements came and went, worked out by hand, on a real Neo4j."""

from typing import Any

import pytest

from graph import rebuilding
from graph.identity import ledger
from graph.identity.judgement import judgement, now
from graph.identity.references import Reference
from graph.loading import load_extraction, remove_article
from graph.model import Actor
from graph.store import Store
from tests.graph.building import ARNOR, GONDOR, MORDOR, actor, statement
from tests.graph.test_loading import edges, picture

pytestmark = pytest.mark.neo4j

HARAD = actor("Haradwaith")
CITY, TOWN = actor("Osgiliath", "Place"), actor("Old Osgiliath", "Place")


def attack(store: Store, identity: str, published: str | None, **changes: Any) -> None:
    """Load an article that says so, without a date unless one is given."""
    load_extraction(store, statement(identity, ARNOR, "ATTACKED", MORDOR, published=published, **changes))


def events(store: Store) -> list[tuple[str, int, int]]:
    """Return day, claims and denials of each event, after making sure that they are what a rebuild gives."""
    before = picture(store)
    rebuilding.rebuild(store)
    assert picture(store) == before
    rows, _ = store.ask(
        "MATCH (e:Event) RETURN e.day AS day, e.claim_count AS claims, e.denied_count AS denied ORDER BY e.day, claims",
        {},
        limit=99,
    )
    return [(row["day"], row["claims"], row["denied"]) for row in rows]


def judge(store: Store, one: Actor, other: Actor) -> str:
    made = judgement("same", Reference(one.id), Reference(other.id), reason="one", by="me")
    ledger.record(store, made)
    return made.id


def test_an_event_that_loses_a_claim_of_another_day_counts_one_less(store: Store) -> None:
    attack(store, "a", "2026-03-05")
    attack(store, "b", "2026-03-06")
    assert events(store) == [("2026-03-05", 2, 0)]
    remove_article(store, "b")
    assert events(store) == [("2026-03-05", 1, 0)]
    remove_article(store, "a")
    assert events(store) == []


def test_a_denial_goes_over_to_what_was_told_later(store: Store) -> None:
    attack(store, "a", "2026-03-03", date="2026-03-02")
    attack(store, "x", "2026-03-14", status="denied")
    assert events(store) == [("2026-03-02", 1, 1)]
    attack(store, "b", "2026-03-10", date="2026-03-10")
    assert events(store) == [("2026-03-02", 1, 0), ("2026-03-10", 1, 1)]
    remove_article(store, "b")
    assert events(store) == [("2026-03-02", 1, 1)]
    remove_article(store, "a")
    # What nobody asserts any more is only denied.
    assert events(store) == [("2026-03-14", 1, 1)]
    assert edges(store) == {}


def test_a_report_in_between_joins_two_and_a_longer_series_comes_apart(store: Store) -> None:
    attack(store, "a", "2026-03-02")
    attack(store, "c", "2026-03-04")
    assert len(events(store)) == 2
    attack(store, "b", "2026-03-03")
    assert events(store) == [("2026-03-02", 3, 0)]
    attack(store, "d", "2026-03-05")
    attack(store, "e", "2026-03-06")
    assert len(events(store)) == 5
    assert edges(store)["Arnor", "ATTACKED", "Mordor"]["event_count"] == 5
    remove_article(store, "c")
    assert events(store) == [("2026-03-02", 2, 0), ("2026-03-05", 2, 0)]
    assert edges(store)["Arnor", "ATTACKED", "Mordor"]["event_count"] == 2


def test_who_is_who_joins_events_and_undoing_it_parts_them(store: Store) -> None:
    attack(store, "a", "2026-03-03", date="2026-03-02")
    load_extraction(
        store, statement("b", ARNOR, "ATTACKED", HARAD, date="2026-03-02", published="2026-03-03")
    )
    load_extraction(store, statement("c", HARAD, "MET_WITH", GONDOR, published="2026-03-03"))
    assert [event[1] for event in events(store)] == [1, 1, 1]
    made = judge(store, MORDOR, HARAD)
    assert [event[1] for event in events(store)] == [2, 1]
    ledger.withdraw(store, made, because="no", by="me", at=now())
    assert [event[1] for event in events(store)] == [1, 1, 1]
    # Nobody does anything to himself.
    made = judge(store, ARNOR, HARAD)
    assert [event[1] for event in events(store)] == [1, 1]
    ledger.withdraw(store, made, because="no", by="me", at=now())
    assert [event[1] for event in events(store)] == [1, 1, 1]


def test_which_place_is_which_tells_events_apart(store: Store) -> None:
    for identity, place in (("a", CITY), ("b", TOWN)):
        line = statement(
            identity, ARNOR, "ATTACKED", MORDOR, date="2026-03-02", place=place.id, speakers=[place]
        )
        load_extraction(store, line)
    assert [event[1] for event in events(store)] == [1, 1]
    made = judge(store, CITY, TOWN)
    assert [event[1] for event in events(store)] == [2]
    ledger.withdraw(store, made, because="no", by="me", at=now())
    assert [event[1] for event in events(store)] == [1, 1]


def test_ids_follow_from_content_and_stay_while_more_is_told(store: Store) -> None:
    def identity() -> str:
        rows, _ = store.ask("MATCH (e:Event) RETURN e.id AS id", {}, limit=9)
        (row,) = rows
        return str(row["id"])

    attack(store, "a", "2026-03-03", date="2026-03-02")
    first = identity()
    for number, day in enumerate(("2026-03-02", "2026-03-04", "2026-03-05")):
        attack(store, f"{number}", day)
        assert identity() == first
    remove_article(store, "a")
    attack(store, "z", "2026-05-05", date="2026-03-02")
    assert identity() == first
