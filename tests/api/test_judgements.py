"""Judgements, candidates and roles over HTTP, and who may write."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.loading import load_extraction
from graph.local.server import Connection
from graph.store import Store, open_store
from tests.conftest import empty_database
from tests.graph.building import GONDOR, MORDOR, actor, statement
from tests.graph.conftest import settings_of

pytestmark = pytest.mark.neo4j

SMITH, JON = actor("John Smith", "Person"), actor("Jon Smith", "Person")
UNION = actor("Smith Union", "Organization")
NEW = {"decision": "same", "left": SMITH.id, "right": JON.id, "reason": "one person", "by": "tester"}


@pytest.fixture
def own(neo4j: Connection) -> Iterator[TestClient]:
    """Return a client on this machine of a small graph."""
    from graph import schema

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
    load_extraction(store, statement("a", SMITH, "ATTACKED", MORDOR))
    load_extraction(store, statement("b", JON, "ATTACKED", MORDOR, speakers=[UNION]))
    load_extraction(store, statement("c", SMITH, "HOLDS_ROLE", GONDOR, role="Premier"))
    store.schema("load/wait_for_indexes")


def get(client: TestClient, path: str, **parameters: Any) -> Any:
    answer = client.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_judgement_is_made_listed_and_withdrawn(own: TestClient) -> None:
    answer = own.post("/v1/judgements", json=NEW)
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert (made["state"], made["by"], made["reason"]) == ("holds", "tester", "one person")
    assert get(own, f"/v1/actors/{quote(SMITH.id)}")["article_count"] == 3
    joined = own.get(f"/v1/actors/{quote(JON.id)}")
    assert joined.status_code == 404
    assert f"is now {SMITH.id}" in joined.json()["detail"]
    assert [each["id"] for each in get(own, "/v1/judgements", actor=JON.id)["items"]] == [made["id"]]
    assert get(own, "/v1/judgements", decision="different")["items"] == []
    assert get(own, f"/v1/judgements/{made['key']}") == made
    gone = own.delete(f"/v1/judgements/{made['key']}", params={"because": "two", "by": "tester"})
    assert gone.status_code == 200, gone.text
    assert (gone.json()["state"], gone.json()["withdrawn_because"]) == ("withdrawn", "two")
    assert get(own, f"/v1/actors/{quote(JON.id)}")["article_count"] == 1
    assert get(own, "/v1/judgements")["items"] == []
    assert [each["id"] for each in get(own, "/v1/judgements", withdrawn=True)["items"]] == [made["id"]]
    again = own.delete(f"/v1/judgements/{made['key']}", params={"because": "two", "by": "tester"})
    assert again.status_code == 400


def test_pages_of_judgements(own: TestClient) -> None:
    for number in range(3):
        own.post("/v1/judgements", json={**NEW, "decision": "unsure", "reason": f"{number}"})
    first = get(own, "/v1/judgements", limit=2)
    second = get(own, "/v1/judgements", limit=2, cursor=first["next"])
    assert [each["reason"] for each in (*first["items"], *second["items"])] == ["2", "1", "0"]
    assert second["next"] is None


@pytest.mark.parametrize(
    ("change", "status", "detail"),
    [
        ({"left": "person:nobody"}, 404, "no actor has the id"),
        ({"right": UNION.id}, 400, "two kinds"),
        ({"right": SMITH.id}, 400, "named twice"),
        ({"reason": "  "}, 400, "needs a reason"),
        ({"by": ""}, 422, "by"),
        ({"decision": "perhaps"}, 422, "decision"),
        ({"more": 1}, 422, "more"),
        ({"left_article": "z"}, 404, "no article"),
    ],
)
def test_what_cannot_be_judged_is_a_problem(
    own: TestClient, change: dict[str, Any], status: int, detail: str
) -> None:
    answer = own.post("/v1/judgements", json={**NEW, **change})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert detail in answer.json()["detail"]
    assert get(own, "/v1/judgements")["items"] == []


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Host": "evil.example:8000", "Origin": "http://evil.example:8000"}, 403),
        ({"Host": "evil.example"}, 403),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": ""}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({"Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "same-origin"}, 201),
        ({"Host": "localhost:8000"}, 201),
        ({"Host": "[::1]:8000"}, 201),
    ],
)
def test_pages_of_other_sites_write_nothing(own: TestClient, headers: dict[str, str], status: int) -> None:
    sent = {"Content-Type": "application/json", **headers}
    body = json.dumps({**NEW, "decision": "unsure"})
    answer = own.post("/v1/judgements", content=body, headers=sent)
    assert answer.status_code == status, answer.text
    assert len(get(own, "/v1/judgements")["items"]) == (status == 201)
    if status == 403:
        assert answer.headers["content-type"] == "application/problem+json"
        made = own.post("/v1/judgements", json=NEW).json()
        gone = own.delete(
            f"/v1/judgements/{made['key']}", params={"because": "x", "by": "x"}, headers=headers
        )
        assert gone.status_code == 403


def test_behind_a_proxy_the_name_is_the_proxys(neo4j: Connection, own: TestClient) -> None:
    assert own is not None
    app = create_app(settings_of(neo4j), behind_proxy=True)
    with TestClient(app, base_url="https://news.example") as client:
        assert client.post("/v1/judgements", json={**NEW, "decision": "unsure"}).status_code == 201
        evil = {"Origin": "https://evil.example"}
        assert client.post("/v1/judgements", json=NEW, headers=evil).status_code == 403


def test_candidates(own: TestClient) -> None:
    for path in ("/v1/candidates", f"/v1/actors/{quote(JON.id)}/candidates"):
        (found,) = get(own, path)
        assert {found["left"]["id"], found["right"]["id"]} == {SMITH.id, JON.id}
        assert any("Mordor" in each for each in found["speaks_for"])
    assert get(own, "/v1/candidates", kind="Country") == []
    assert own.get("/v1/candidates", params={"kind": "Robot"}).status_code == 400
    assert own.get("/v1/actors/nobody/candidates").status_code == 404


def test_roles(own: TestClient) -> None:
    (role,) = get(own, f"/v1/actors/{quote(SMITH.id)}/roles")["items"]
    assert (role["role"], role["body"]["name"], role["contested"]) == ("Premier", "Gondor", [])
    assert role["statements"][0]["article"]["title"] == "Title of c"
    assert get(own, f"/v1/actors/{quote(MORDOR.id)}/roles") == {"items": [], "next": None}
    assert own.get("/v1/actors/nobody/roles").status_code == 404
