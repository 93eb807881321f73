"""The API on a real store with a small graph, loaded once for each server."""

import logging
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app, log_to_stderr
from graph import schema
from graph.ids import content_id
from graph.loading import load_extraction
from graph.local.server import Connection
from graph.model import Quotation
from graph.store import open_store
from tests.conftest import empty_database
from tests.graph.building import ARNOR, FARAMIR, GONDOR, MORDOR, actor, article, claim, extraction, statement
from tests.graph.conftest import settings_of

SLASHED = actor("Harad / South", "Place", id="place:harad/south é")


@pytest.fixture(scope="session")
def client(neo4j: Connection) -> Iterator[TestClient]:
    """Return a client of the API; its graph is loaded anew for each server."""
    log_to_stderr(level=logging.WARNING)
    with TestClient(create_app(settings_of(neo4j)), raise_server_exceptions=False) as made:
        yield made


@pytest.fixture
def graph(neo4j: Connection, client: TestClient) -> TestClient:
    """Return the client, after making sure that its graph is the one these tests expect."""
    with open_store(settings_of(neo4j)) as store:
        rows, _ = store.ask("MATCH (article:Article) RETURN article.id AS id", {}, limit=100)
        present = {row["id"] for row in rows}
        if present != {"a", "b", "c", "d", "https://example.org/e"}:
            empty_database(neo4j)
            schema.prepare(store)
            _fill(store)
    return client


def _fill(store: object) -> None:
    from graph.store import Store

    assert isinstance(store, Store)
    load_extraction(
        store, statement("a", ARNOR, "MET_WITH", GONDOR, date="2026-02-10", published="2026-02-11")
    )
    load_extraction(
        store, statement("b", ARNOR, "THREATENED", MORDOR, condition="if Mordor arms", published="2026-02-12")
    )
    load_extraction(
        store,
        statement(
            "c", ARNOR, "SUPPORTED", MORDOR, publisher="Herald", published="2026-02-13", speakers=[FARAMIR]
        ),
    )
    text = "Before it all. Arnor denied supporting Mordor. “Never,” Faramir Stewardson said."
    sentence = "Arnor denied supporting Mordor."
    where = {"quote": sentence, "start": 15, "end": 15 + len(sentence)}
    supported = claim(text, ARNOR, "SUPPORTED", MORDOR, status="denied", **where)
    denied = claim(text, ARNOR, "DENIED", MORDOR, denies=supported.id, **where)
    start = text.index("Never")
    said = Quotation(
        content_id("quotation", "d"), FARAMIR.id, "Faramir", "said", "Never,", start, start + 6, direct=True
    )
    load_extraction(
        store,
        extraction(
            article("d", text, published="2026-02-14"), (ARNOR, MORDOR, FARAMIR), (supported, denied), (said,)
        ),
    )
    load_extraction(
        store, statement("https://example.org/e", SLASHED, "VISITED", GONDOR, published="2026-02-15")
    )
