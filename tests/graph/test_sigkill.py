"""Killed in the middle of a load, the store has every acknowledged article whole and none half."""

import os
import signal
import threading
from pathlib import Path

import pytest

from graph import checking, rebuilding, schema, writing_out
from graph.errors import AppError
from graph.jsonl import to_line
from graph.loading import load_extraction
from graph.local.server import LocalServer
from graph.model import Extraction
from graph.settings import Neo4jVersion, Settings
from graph.store import Store, open_store
from tests.graph.building import ARNOR, FARAMIR, GONDOR, MORDOR, article, claim, extraction
from tests.graph.test_loading import picture

_BEFORE_THE_KILL = 30  # articles

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]


def _kill(pid: int, enough: threading.Event) -> None:
    enough.wait(60)
    os.kill(pid, signal.SIGKILL)


def _load(
    store: Store, lines: dict[str, Extraction], acknowledged: list[str], enough: threading.Event
) -> None:
    for identity, line in lines.items():
        load_extraction(store, line)
        acknowledged.append(identity)
        if len(acknowledged) == _BEFORE_THE_KILL:
            enough.set()


def test_a_killed_server_keeps_what_it_acknowledged(tmp_path: Path, neo4j_version: Neo4jVersion) -> None:
    settings = Settings(data_dir=tmp_path / "data", neo4j_version=neo4j_version, bolt_port=0, http_port=0)
    server = LocalServer(settings)
    lines = {}
    for number in range(400):
        text = f"Article {number}: Arnor attacked Mordor."
        claims = tuple(
            claim(text, ARNOR, relation, target)
            for relation in ("ATTACKED", "ACCUSED", "CRITICIZED")
            for target in (MORDOR, GONDOR, FARAMIR)
        )
        lines[f"{number:03}"] = extraction(
            article(f"{number:03}", text), (ARNOR, GONDOR, MORDOR, FARAMIR), claims
        )
    acknowledged: list[str] = []
    try:
        server.ensure_running()
        pid = server.status().pid
        assert pid is not None
        with open_store(settings) as store:
            schema.prepare(store)
            enough = threading.Event()
            killer = threading.Thread(target=_kill, args=(pid, enough))
            killer.start()
            with pytest.raises(AppError):
                _load(store, lines, acknowledged, enough)
            killer.join()
        assert 0 < len(acknowledged) < len(lines), "the kill must come in the middle"
        with open_store(settings) as store:
            assert checking.check(store, mend=False).rows() == []
            found = picture(store)
            rebuilding.rebuild(store)
            assert picture(store) == found, "what follows from the articles must be whole too"
            kept = {one.article.id: to_line(one) for one in writing_out.extractions(store)}
        assert set(acknowledged) <= set(kept)
        # One more may have been written whole without its acknowledgement having arrived.
        assert len(kept) - len(acknowledged) <= 1
        assert all(kept[identity] == to_line(lines[identity]) for identity in kept)
    finally:
        server.stop()
