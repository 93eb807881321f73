"""Events, what is contested, and judgements on claims and publishers over HTTP."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph import schema
from graph.loading import load_extraction
from graph.local.server import Connection
from graph.store import Store, open_store
from tests.api.test_judgements import get
from tests.conftest import empty_database
from tests.graph.building import ARNOR, FARAMIR, GONDOR, MORDOR, statement
from tests.graph.conftest import settings_of

pytestmark = pytest.mark.neo4j

LINES = {
    "a": statement("a", ARNOR, "ATTACKED", MORDOR, date="2026-03-02", published="2026-03-03", speakers=[FARAMIR]),
    "b": statement("b", ARNOR, "ATTACKED", MORDOR, published="2026-03-04", publisher="Herald"),
    "c": statement("c", ARNOR, "ATTACKED", MORDOR, published="2026-03-05", publisher="Gazette", status="denied", speakers=[ARNOR]),
    "d": statement("d", GONDOR, "MET_WITH", ARNOR, date="2026-02-10", published="2026-02-11"),
    "e": statement("e", GONDOR, "WARNED", MORDOR, date="2026-03", published="2026-03-11", status="planned"),
}  # fmt: skip
CLAIM = LINES["b"].claims[0]
NEW = {"decision": "reject", "claim": CLAIM.id, "reason": "a film", "by": "tester"}
RATED = {"decision": "rate", "publisher": "Herald", "rating": "B", "reason": "fair", "by": "tester"}


@pytest.fixture
def own(neo4j: Connection) -> Iterator[TestClient]:
    """Return a client on this machine of a small graph."""
    empty_database(neo4j)
    with open_store(settings_of(neo4j)) as store:
        schema.prepare(store)
        _fill(store)
    with TestClient(
        create_app(settings_of(neo4j)), base_url="http://127.0.0.1:8000", raise_server_exceptions=False
    ) as client:
        yield client
    empty_database(neo4j)


def _fill(store: Store) -> None:
    for line in LINES.values():
        load_extraction(store, line)


def captions(page: dict[str, Any]) -> list[str]:
    return [each["caption"] for each in page["items"]]


def test_events_are_listed_found_and_explained(own: TestClient) -> None:
    page = get(own, "/v1/events")
    assert captions(page) == [
        "Arnor attacked Mordor",
        "Gondor warned Mordor [planned]",
        "Gondor met with Arnor",
    ]
    event = page["items"][0]
    assert get(own, f"/v1/events/{event['key']}") == event
    expected = {
        "status": "asserted", "contested": True, "first_date": "2026-03-02", "last_date": "2026-03-02", "date_precision": "day",
        "first_told": "2026-03-03", "last_told": "2026-03-05", "day": "2026-03-02", "claim_count": 2, "article_count": 2,
        "publisher_count": 2, "source_count": 1, "own_voice_count": 1, "denied_count": 1, "relation": "ATTACKED", "place": None,
    }  # fmt: skip
    assert {name: event[name] for name in expected} == expected
    assert (event["source"]["name"], event["target"]["name"]) == ("Arnor", "Mordor")
    claims = get(own, f"/v1/events/{event['key']}/claims", limit=2)
    rest = get(own, f"/v1/events/{event['key']}/claims", limit=2, cursor=claims["next"])
    told = [(each["article"]["publisher"], each["status"]) for each in (*claims["items"], *rest["items"])]
    assert told == [("Courier", "asserted"), ("Herald", "asserted"), ("Gazette", "denied")]


@pytest.mark.parametrize(
    ("filters", "relations"),
    [
        ({"relation": "MET_WITH"}, ["MET_WITH"]),
        ({"status": "planned"}, ["WARNED"]),
        ({"actor": ARNOR.id}, ["ATTACKED", "MET_WITH"]),
        ({"actor": ARNOR.id, "contested": False}, ["MET_WITH"]),
        ({"contested": True}, ["ATTACKED"]),
        ({"date_from": "2026-03-01", "date_to": "2026-03-02"}, ["WARNED"]),
        ({"actor": GONDOR.id, "date_to": "2026-03-01"}, ["MET_WITH"]),
        ({"actor": "nobody"}, []),
        ({"rating": "B"}, []),
    ],
)
def test_filters(own: TestClient, filters: dict[str, Any], relations: list[str]) -> None:
    assert [each["relation"] for each in get(own, "/v1/events", **filters)["items"]] == relations


def test_pages(own: TestClient) -> None:
    first = get(own, "/v1/events", limit=2)
    assert captions(get(own, "/v1/events", limit=2, cursor=first["next"])) == ["Gondor met with Arnor"]


def test_contested_with_who_says_so_where(own: TestClient) -> None:
    (found,) = get(own, "/v1/contested")["items"]
    assert [(each["article"]["publisher"], each["said_by"]) for each in found["asserted_by"]] == [
        ("Courier", ["Faramir Stewardson"]),
        ("Herald", []),
    ]
    assert [
        (each["article"]["publisher"], each["said_by"], each["status"]) for each in found["denied_by"]
    ] == [("Gazette", ["Arnor"], "denied")]
    assert len(get(own, "/v1/contested", actor=MORDOR.id, relation="ATTACKED")["items"]) == 1
    for other in ({"actor": GONDOR.id}, {"relation": "MET_WITH"}, {"date_from": "2026-03-03"}):
        assert get(own, "/v1/contested", **other)["items"] == []


@pytest.mark.parametrize(
    ("path", "status", "detail"),
    [
        ("/v1/events/event:0", 404, "no event"),
        ("/v1/events/event:0/claims", 404, "no event"),
        ("/v1/events?relation=HUGGED", 400, "HUGGED"),
        ("/v1/events?status=sure", 400, "sure"),
        ("/v1/events?rating=F", 422, "rating"),
        ("/v1/contested?relation=HUGGED", 400, "HUGGED"),
        ("/v1/corrections/correction:0", 404, "no judgement"),
        ("/v1/corrections?decision=same", 400, "same"),
        ("/v1/corrections?state=partly", 400, "partly"),
    ],
)
def test_what_is_not_there_is_a_problem(own: TestClient, path: str, status: int, detail: str) -> None:
    answer = own.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert detail in answer.json()["detail"]


def test_a_claim_is_rejected_stays_to_be_read_and_comes_back(own: TestClient) -> None:
    answer = own.post("/v1/corrections", json=NEW)
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert (made["state"], made["claim_id"], made["article_id"], made["by"]) == (
        "holds",
        CLAIM.id,
        "b",
        "tester",
    )
    assert get(own, f"/v1/corrections/{made['key']}") == made
    assert get(own, "/v1/corrections", about="b")["items"] == [made]
    detail = get(own, f"/v1/claims/{CLAIM.id}")
    assert detail["rejected"] is True
    assert [(each["decision"], each["reason"]) for each in detail["judgements"]] == [("reject", "a film")]
    assert get(own, "/v1/events", actor=ARNOR.id)["items"][0]["claim_count"] == 1
    (connection,) = get(own, f"/v1/actors/{quote(ARNOR.id)}/connections", relation="ATTACKED")["items"]
    assert (connection["claim_count"], connection["event_count"], connection["denied_count"]) == (1, 1, 1)
    gone = own.delete(f"/v1/corrections/{made['key']}", params={"because": "none", "by": "tester"})
    assert (gone.status_code, gone.json()["state"]) == (200, "withdrawn")
    assert get(own, f"/v1/claims/{CLAIM.id}")["rejected"] is False
    assert get(own, "/v1/events", actor=ARNOR.id)["items"][0]["claim_count"] == 2
    assert get(own, "/v1/corrections")["items"] == []
    assert len(get(own, "/v1/corrections", withdrawn=True)["items"]) == 1


def test_views_by_rating(own: TestClient) -> None:
    assert own.post("/v1/corrections", json=RATED).status_code == 201
    publishers = get(own, "/v1/publishers")["items"]
    assert [(each["publisher"], each["rating"], each["articles"]) for each in publishers] == [
        ("Herald", "B", 1), ("Courier", None, 3), ("Gazette", None, 1),
    ]  # fmt: skip
    for grade, count in (("A", 0), ("B", 1), ("E", 1)):
        assert len(get(own, "/v1/events", rating=grade)["items"]) == count
        assert len(get(own, "/v1/events", rating=grade, actor=MORDOR.id)["items"]) == count
        assert len(get(own, f"/v1/actors/{quote(ARNOR.id)}/connections", rating=grade)["items"]) == count
        for which in ({}, {"actor": MORDOR.id}):
            told = get(own, "/v1/claims", rating=grade, **which)["items"]
            assert {each["article"]["publisher"] for each in told} == ({"Herald"} if count else set())
        assert get(own, "/v1/contested", rating=grade)["items"] == []  # one side is nobody's who is rated


def test_what_is_contested_between_publishers_of_a_rating(own: TestClient) -> None:
    for publisher in ("Herald", "Gazette"):
        assert own.post("/v1/corrections", json={**RATED, "publisher": publisher}).status_code == 201
    (found,) = get(own, "/v1/contested", rating="B")["items"]
    for side, publisher in (("asserted_by", "Herald"), ("denied_by", "Gazette")):
        assert {each["article"]["publisher"] for each in found[side]} == {publisher}
    assert get(own, "/v1/contested", rating="A")["items"] == []


@pytest.mark.parametrize(
    ("body", "status", "detail"),
    [
        ({**NEW, "claim": "claim:0"}, 404, "no claim"),
        ({**NEW, "claim": None}, 400, "needs a claim"),
        ({**NEW, "rating": "A"}, 400, "neither publisher nor rating"),
        ({**NEW, "decision": "same"}, 422, "decision"),
        ({**NEW, "reason": " "}, 400, "needs a reason"),
        ({**RATED, "rating": None}, 400, "needs a publisher and a rating"),
        ({**RATED, "rating": "F"}, 422, "rating"),
        ({**RATED, "more": 1}, 422, "more"),
    ],
)
def test_what_cannot_be_judged_is_a_problem(
    own: TestClient, body: dict[str, Any], status: int, detail: str
) -> None:
    answer = own.post("/v1/corrections", json=body)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert detail in answer.json()["detail"]


def test_pages_of_other_sites_judge_nothing(own: TestClient) -> None:
    evil = {"Origin": "https://evil.example"}
    assert own.post("/v1/corrections", json=NEW, headers=evil).status_code == 403
    made = own.post("/v1/corrections", json=NEW).json()
    gone = own.delete(f"/v1/corrections/{made['key']}", params={"because": "x", "by": "x"}, headers=evil)
    assert gone.status_code == 403
