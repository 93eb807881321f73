"""Every endpoint on a real store, with exact answers."""

import base64
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from api import cursors
from api.app import create_app
from graph import queries
from graph.errors import InputError
from graph.loading import load_extraction, remove_article
from graph.local.probing import free_port
from graph.local.server import Connection, LocalServer
from graph.settings import Settings
from graph.store import open_store
from tests.graph.building import actor, article, extraction
from tests.graph.conftest import settings_of

pytestmark = pytest.mark.neo4j


def get(client: TestClient, path: str, **parameters: Any) -> Any:
    answer = client.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def names(page: dict[str, Any]) -> list[str]:
    return [item["name"] for item in page["items"]]


def test_search_forgives_typos_and_takes_beginnings(graph: TestClient) -> None:
    assert names(get(graph, "/v1/actors", q="gondor")) == ["Gondor"]
    assert names(get(graph, "/v1/actors", q="gondro")) == ["Gondor"]
    assert names(get(graph, "/v1/actors", q="gondorr")) == ["Gondor"]
    assert names(get(graph, "/v1/actors", q="Fara")) == ["Faramir Stewardson"]
    assert names(get(graph, "/v1/actors", q="Stewardson, FARAMIR")) == ["Faramir Stewardson"]


def test_search_filters_by_kind(graph: TestClient) -> None:
    assert names(get(graph, "/v1/actors", kind="Person")) == ["Faramir Stewardson"]
    assert names(get(graph, "/v1/actors", kind="Country")) == ["Arnor", "Mordor", "Gondor"]


def test_names_with_apostrophes_and_dots_are_found(graph: TestClient, neo4j: Connection) -> None:
    with open_store(settings_of(neo4j)) as store:
        odd = (
            actor("Máire O’Brien", "Person"),
            actor("U.S. Steel", "Organization"),
            actor("Al-Assad", "Person"),
        )
        load_extraction(store, extraction(article("odd", "x"), odd, ()))
        store.schema("load/wait_for_indexes")
        try:
            for q, name in (
                ("O'Brien", "Máire O’Brien"), ("o’brien", "Máire O’Brien"), ("maire o'bri", "Máire O’Brien"),
                ("U.S. Steel", "U.S. Steel"), ("u.s. ste", "U.S. Steel"), ("al-assad", "Al-Assad"),
            ):  # fmt: skip
                assert names(get(graph, "/v1/actors", q=q)) == [name], q
        finally:
            remove_article(store, "odd")


@pytest.mark.parametrize("q", ['"', "a AND (", "*:*", "name:x~", "\\", "+-!(){}[]^~?:/&|", "' OR 1=1", "   "])
def test_signs_of_the_query_language_mean_nothing(graph: TestClient, q: str) -> None:
    assert isinstance(get(graph, "/v1/actors", q=q)["items"], list)


def test_one_actor(graph: TestClient) -> None:
    found = get(graph, "/v1/actors/country:mordor")
    assert (found["name"], found["claims_as_source"], found["claims_as_target"], found["article_count"]) == (
        "Mordor",
        0,
        4,
        3,
    )


def test_an_id_with_slashes_is_reached_by_its_key(graph: TestClient) -> None:
    key = get(graph, "/v1/actors", q="Harad")["items"][0]["key"]
    assert key.startswith("~")
    assert get(graph, f"/v1/actors/{quote(key)}")["id"] == "place:harad/south é"


def test_connections_with_counts_and_latest_evidence(graph: TestClient) -> None:
    found = get(graph, "/v1/actors/country:arnor/connections")["items"]
    assert {(one["actor"]["name"], one["relation"], one["direction"]) for one in found} == {
        ("Gondor", "MET_WITH", "both"), ("Mordor", "THREATENED", "out"), ("Mordor", "SUPPORTED", "out"), ("Mordor", "DENIED", "out"),
    }  # fmt: skip
    supported = next(one for one in found if one["relation"] == "SUPPORTED")
    assert (supported["claim_count"], supported["own_voice_count"], supported["denied_count"]) == (1, 0, 1)
    assert supported["latest"]["said_by"] == ["Faramir Stewardson"]
    threat = next(one for one in found if one["relation"] == "THREATENED")
    assert threat["latest"]["quote"] == "Arnor THREATENED Mordor."
    assert threat["latest"]["condition"] == "if Mordor arms"


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"voice": "own"}, {"MET_WITH", "THREATENED", "DENIED"}),
        ({"voice": "others"}, {"SUPPORTED"}),
        ({"relation": "MET_WITH"}, {"MET_WITH"}),
        ({"status": "denied"}, {"SUPPORTED"}),
        ({"publisher": "Herald"}, {"SUPPORTED"}),
        ({"date_from": "2026-02-13"}, {"SUPPORTED", "DENIED"}),
        ({"date_to": "2026-02-12"}, {"MET_WITH"}),
        ({"direction": "in"}, {"MET_WITH"}),
    ],
)
def test_connections_are_filtered(graph: TestClient, filters: dict[str, str], expected: set[str]) -> None:
    found = get(graph, "/v1/actors/country:arnor/connections", **filters)["items"]
    assert {one["relation"] for one in found} == expected


def test_one_claim_with_its_surroundings_and_denial(graph: TestClient) -> None:
    denial = get(graph, "/v1/claims", relation="DENIED")["items"][0]
    found = get(graph, f"/v1/claims/{denial['key']}")
    around = found["surrounding"]
    assert (
        around["text"][around["quote_start"] : around["quote_end"]]
        == found["quote"]
        == "Arnor denied supporting Mordor."
    )
    denied = get(graph, f"/v1/claims/{found['denies'][0]['key']}")
    assert denied["status"] == "denied"
    assert [one["key"] for one in denied["denied_by"]] == [denial["key"]]


def test_claims_are_filtered(graph: TestClient) -> None:
    assert len(get(graph, "/v1/claims", source="country:arnor")["items"]) == 5
    assert len(get(graph, "/v1/claims", target="country:mordor", status="asserted")["items"]) == 3
    assert [one["relation"] for one in get(graph, "/v1/claims", actor="country:gondor")["items"]] == [
        "VISITED",
        "MET_WITH",
    ]


def test_claims_of_an_article_and_with_several_filters(graph: TestClient) -> None:
    assert [one["relation"] for one in get(graph, "/v1/claims", article="d", relation="DENIED")["items"]] == [
        "DENIED"
    ]
    both = {"source": "country:arnor", "target": "country:mordor"}
    assert {one["relation"] for one in get(graph, "/v1/claims", **both)["items"]} == {
        "THREATENED", "SUPPORTED", "DENIED",
    }  # fmt: skip
    assert get(graph, "/v1/claims", source="country:mordor", actor="country:arnor")["items"] == []
    assert get(graph, "/v1/claims", article="d", target="country:gondor")["items"] == []


def test_articles_newest_first_and_by_word(graph: TestClient) -> None:
    assert [one["id"] for one in get(graph, "/v1/articles")["items"]] == [
        "https://example.org/e",
        "d",
        "c",
        "b",
        "a",
    ]
    assert [one["id"] for one in get(graph, "/v1/articles", publisher="Herald")["items"]] == ["c"]
    assert [one["id"] for one in get(graph, "/v1/articles", q="denied")["items"]] == ["d"]
    assert get(graph, "/v1/articles/d")["claim_count"] == 2
    assert [one["relation"] for one in get(graph, "/v1/articles/d/claims")["items"]] == [
        "SUPPORTED",
        "DENIED",
    ]


def test_pages_give_each_row_once(graph: TestClient) -> None:
    seen, cursor = [], None
    while True:
        page = get(graph, "/v1/claims", limit=2, **({"cursor": cursor} if cursor else {}))
        seen += [one["id"] for one in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == 6


def test_the_ontology(graph: TestClient) -> None:
    found = get(graph, "/v1/relations")
    assert {"MET_WITH", "DENIED"} <= {one["name"] for one in found["relations"]}
    assert found["statuses"][0]["name"] == "asserted"


def test_health(graph: TestClient) -> None:
    assert get(graph, "/healthz") == {"status": "ok"}
    assert get(graph, "/readyz") == {"status": "ok"}


@pytest.mark.parametrize(
    ("path", "status", "part"),
    [
        ("/v1/actors/nobody", 404, "no actor has the key 'nobody'"),
        ("/v1/actors/nobody/connections", 404, "no actor"),
        ("/v1/claims/none", 404, "no claim"),
        ("/v1/articles/none", 404, "no article"),
        ("/v1/articles/none/claims", 404, "no article"),
        ("/v1/nothing", 404, "Not Found"),
        ("/v1/actors?limit=0", 422, "limit"),
        ("/v1/actors?limit=201", 422, "limit"),
        ("/v1/actors?cursor=%F0%9F", 400, "cursor"),
        ("/v1/actors?cursor=!!", 400, "cursor"),
        ("/v1/actors?kind=Dragon", 400, "Dragon"),
        ("/v1/actors/country:arnor/connections?relation=LOVED", 400, "LOVED"),
        ("/v1/claims?relation=LOVED", 400, "LOVED"),
        ("/v1/claims?status=maybe", 400, "maybe"),
        ("/v1/actors/country:arnor/connections?status=maybe", 400, "maybe"),
        ("/v1/actors/country:arnor/connections?date_from=soon", 422, "date_from"),
        ("/v1/actors/country:arnor/connections?voice=loud", 422, "voice"),
    ],
)
def test_errors_are_problems(graph: TestClient, path: str, status: int, part: str) -> None:
    answer = graph.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    body = answer.json()
    assert part in body["detail"]
    assert (body["status"], body["instance"]) == (status, path.partition("?")[0])
    assert body["request_id"] == answer.headers["x-request-id"]


def test_a_wrong_method_is_a_problem(graph: TestClient) -> None:
    answer = graph.post("/v1/actors")
    assert (answer.status_code, answer.headers["content-type"]) == (405, "application/problem+json")


def test_every_answer_has_the_security_headers(graph: TestClient) -> None:
    for path in ("/healthz", "/v1/nothing"):
        assert graph.get(path).headers["x-content-type-options"] == "nosniff"


def test_a_store_that_is_down_answers_503_and_says_nothing_inside() -> None:
    down = Settings(neo4j_uri="bolt://127.0.0.1:1", neo4j_password=SecretStr("x"))
    with TestClient(create_app(down), raise_server_exceptions=False) as client:
        assert client.get("/healthz").status_code == 200
        for path in ("/readyz", "/v1/actors"):
            answer = client.get(path)
            assert (answer.status_code, answer.headers["content-type"]) == (503, "application/problem+json")
            assert "Traceback" not in answer.text
            assert "127.0.0.1" not in answer.text


def test_a_store_that_answers_nobody_keeps_neither_health_nor_the_crowd_waiting() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(64)
        where = f"bolt://127.0.0.1:{silent.getsockname()[1]}"
        mute = Settings(neo4j_uri=where, neo4j_password=SecretStr("x"))
        with (
            TestClient(create_app(mute), raise_server_exceptions=False) as client,
            ThreadPoolExecutor(60) as crowd,
        ):
            began = monotonic()
            # More than the server has threads.
            asked = [crowd.submit(client.get, "/v1/actors") for _ in range(60)]
            sleep(1)
            assert client.get("/healthz").status_code == 200
            assert monotonic() - began < 4
            assert not asked[0].done(), "the store must be waited for meanwhile"
            assert {each.result().status_code for each in asked} == {503}
            # Not each after the other.
            assert monotonic() - began < 60


def test_a_store_that_goes_away_is_said_at_once_and_found_again(tmp_path: Path) -> None:
    port = free_port()
    server = LocalServer(Settings(data_dir=tmp_path / "data", bolt_port=port, http_port=0))
    try:
        settings = settings_of(server.ensure_running())
        with TestClient(create_app(settings), raise_server_exceptions=False) as client:
            assert client.get("/v1/actors").status_code == 200
            server.stop()
            began = monotonic()
            answer = client.get("/v1/actors")
            # The driver's own reads try for 30 seconds.
            assert monotonic() - began < 10
            assert answer.status_code == 503
            assert str(port) not in answer.text
            server.ensure_running()
            assert client.get("/v1/actors").status_code == 200
    finally:
        server.stop()


def test_the_description_is_complete(graph: TestClient) -> None:
    described = get(graph, "/openapi.json")
    operations = [operation for path in described["paths"].values() for operation in path.values()]
    identities = [operation["operationId"] for operation in operations]
    assert len(identities) == len(set(identities)) == 27
    for operation in operations:
        assert operation["summary"]
        assert operation["tags"]
        for parameter in operation.get("parameters", []):
            assert parameter["description"], parameter
            assert "example" in parameter or parameter["schema"].get("examples"), parameter
    for name, schema in described["components"]["schemas"].items():
        if "properties" in schema and "Validation" not in name:
            assert all(one.get("description") or "$ref" in one for one in schema["properties"].values()), name
            assert all(
                "$ref" in one or "$ref" in str(one) or one.get("examples")
                for one in schema["properties"].values()
            ), name


def test_every_reading_query_is_used_by_the_api() -> None:
    sources = "".join(path.read_text("utf-8") for path in (Path(__file__).parents[2] / "api").rglob("*.py"))
    unused = [name for name in queries.names("read") if f'"{name}"' not in sources]
    assert unused == []


@pytest.mark.parametrize("skip", [0, 1, 20, 999_999])
def test_cursors_come_back(skip: int) -> None:
    assert cursors.decode(cursors.encode(skip)) == skip


@pytest.mark.parametrize("cursor", ["", "x", "-1", base64.urlsafe_b64encode(b"-5").decode(), "9" * 50, "é"])
def test_cursors_of_others_are_refused(cursor: str) -> None:
    with pytest.raises(InputError, match="cursor"):
        cursors.decode(cursor)
