"""An import into an empty local Neo4j gives the graph that loading gives, derived parts included."""

from pathlib import Path

import pytest

from graph import importing, schema
from graph.errors import InputError, LocalServerError
from graph.exports import admin
from graph.identity import ledger
from graph.identity.judgement import judgement
from graph.identity.references import Reference
from graph.jsonl import to_line
from graph.loading import load_extraction
from graph.local.server import LocalServer
from graph.settings import Neo4jVersion, Settings
from graph.store import Store, open_store
from tests.graph.building import ARNOR, GONDOR
from tests.graph.bulk.world import lines
from tests.graph.test_loading import picture

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]


def test_it_gives_the_graph_that_loading_gives(
    tmp_path: Path, neo4j_version: Neo4jVersion, store: Store
) -> None:
    for line in lines():
        load_extraction(store, line)
    expected = picture(store)
    file = tmp_path / "lines.jsonl"
    file.write_text("\n".join([*map(to_line, lines()), "{broken"]), encoding="utf-8")
    settings = Settings(data_dir=tmp_path / "data", neo4j_version=neo4j_version, bolt_port=0, http_port=0)
    try:
        summary = importing.import_files(settings, [str(file)], form=None, catalogue=None)
        assert summary.exit_code == 3
        assert (summary.counts["articles"], summary.counts["rejected"]) == (12, 1)
        with open_store(settings) as imported:
            assert schema.version(imported) == schema.VERSION
            assert picture(imported) == expected
            schema.prepare(imported)
            assert load_extraction(imported, lines()[0]).state == "unchanged"
        with pytest.raises(InputError, match="an import would replace them"):
            importing.import_files(settings, [str(file)], form=None, catalogue=None)
        with open_store(settings) as imported:
            assert picture(imported) == expected
    finally:
        LocalServer(settings).stop()


def test_what_is_exported_for_neo4j_admin_gives_the_same_graph(
    tmp_path: Path, neo4j_version: Neo4jVersion, store: Store
) -> None:
    for line in lines():
        load_extraction(store, line)
    ledger.record(
        store, judgement("same", Reference(ARNOR.id), Reference(GONDOR.id), reason="test", by="test")
    )
    expected = picture(store)
    counts = admin.write(store, tmp_path / "out")
    assert counts["article_nodes.csv"] == 12
    settings = Settings(data_dir=tmp_path / "data", neo4j_version=neo4j_version, bolt_port=0, http_port=0)
    try:
        summary = importing.import_files(settings, [str(tmp_path / "out")], form=None, catalogue=None)
        assert (summary.exit_code, summary.counts["articles"]) == (0, 12)
        with open_store(settings) as imported:
            assert picture(imported) == expected
    finally:
        LocalServer(settings).stop()


def test_only_the_local_neo4j_is_imported_into() -> None:
    with pytest.raises(LocalServerError, match="NEO4J_URI is set"):
        importing.import_files(Settings(neo4j_uri="bolt://x"), [], form=None, catalogue=None)
