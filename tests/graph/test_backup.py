"""A backup restores to the same graph, or is refused before anything is touched."""

import gzip
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph import backup, writing_out
from graph.errors import InputError
from graph.identity import ledger
from graph.identity.judgement import Judgement, judgement, now
from graph.identity.references import Reference
from graph.ids import sha256
from graph.jsonl import to_line
from graph.loading import load_extraction
from graph.store import Store
from tests.graph.building import ARNOR, FARAMIR, GONDOR, MORDOR, article, claim, extraction, statement
from tests.graph.test_loading import picture

pytestmark = pytest.mark.neo4j


@pytest.fixture
def file(store: Store, tmp_path: Path) -> Path:
    load_extraction(store, statement("a", ARNOR, "ATTACKED", MORDOR))
    load_extraction(store, statement("b", ARNOR, "MET_WITH", GONDOR, speakers=[FARAMIR]))
    path = tmp_path / "graph.backup.gz"
    assert backup.backup(store, path) == backup.Backup(path, articles=2, claims=2)
    return path


def test_restores_to_the_same_graph(store: Store, file: Path) -> None:
    before = picture(store)
    with pytest.raises(InputError, match="holds 2 articles"):
        backup.restore(store, file)
    load_extraction(store, statement("c", GONDOR, "ATTACKED", MORDOR))
    backup.restore(store, file, replace=True)
    assert picture(store) == before


def test_judgements_come_back_and_those_made_since_go(store: Store, file: Path, tmp_path: Path) -> None:
    def judged(reason: str) -> Judgement:
        return judgement("same", Reference(ARNOR.id), Reference(GONDOR.id), reason=reason, by="me")

    first, withdrawn = judged("one"), judged("two")
    ledger.record(store, first)
    ledger.record(store, withdrawn)
    ledger.withdraw(store, withdrawn.id, because="no", by="me", at=now())
    path = tmp_path / "judged.gz"
    assert backup.backup(store, path) == backup.Backup(path, articles=2, claims=2, judgements=2)
    before = picture(store)
    ledger.record(store, judged("three"))
    assert backup.restore(store, path, replace=True).judgements == 2
    assert picture(store) == before
    # One that an older newsgraph made has none.
    assert backup.check(file).judgements == 0
    old = tmp_path / "old.gz"
    lines = gzip.decompress(file.read_bytes()).decode().splitlines()
    lines[0] = '{"newsgraph_backup": 1, "schema_version": 3}'
    end = json.loads(lines[-1]) | {"sha256": sha256("".join(f"{line}\n" for line in lines[:-1]))}
    old.write_bytes(gzip.compress("\n".join([*lines[:-1], json.dumps(end)]).encode()))
    backup.restore(store, old, replace=True)
    assert list(ledger.all_kept(store)) == []
    assert store.read("load/article_count") == [{"article_count": 2}]


def test_nodes_of_others_in_the_same_database_stay(store: Store, file: Path) -> None:
    store.transact(
        lambda each: each._transaction.run("CREATE (:Inventory {id: 1})-[:HOLDS]->(:Item)").consume()
    )
    backup.restore(store, file, replace=True)
    kept, _ = store.ask("MATCH (:Inventory)-[held:HOLDS]->(:Item) RETURN count(held) AS kept", {}, limit=1)
    store.transact(lambda each: each._transaction.run("MATCH (n:Inventory|Item) DETACH DELETE n").consume())
    assert kept == [{"kept": 1}]


def test_a_backup_made_while_articles_change_holds_each_as_one_line_has_it(
    store: Store,
) -> None:
    text = "Arnor attacked Mordor. " * 40
    versions = [
        extraction(
            article("a", text, title=f"Version {number}"),
            (ARNOR, GONDOR, MORDOR),
            tuple(
                claim(f"{text} {number} {each}", ARNOR, "ATTACKED", MORDOR, quote=text[:22], start=0, end=22, role=str(number))
                for each in range(60)
            ),
        )
        for number in range(2)
    ]  # fmt: skip
    load_extraction(store, versions[0])
    enough = threading.Event()

    def change() -> None:
        while not enough.is_set():
            for version in versions:
                load_extraction(store, version)

    with ThreadPoolExecutor(2) as others:
        changing = [others.submit(change) for _ in range(2)]
        try:
            for _ in range(60):
                found = [to_line(each) for each in writing_out.extractions(store)]
                assert found[0] in [to_line(each) for each in versions]
        finally:
            enough.set()
        for each in changing:
            each.result()


def test_a_cut_off_file_is_refused_untouched(store: Store, file: Path) -> None:
    before = picture(store)
    file.write_bytes(file.read_bytes()[:-30])
    with pytest.raises(InputError, match="incomplete or damaged"):
        backup.restore(store, file, replace=True)
    assert picture(store) == before


def test_a_changed_file_is_refused(store: Store, file: Path) -> None:
    changed = gzip.decompress(file.read_bytes()).replace(b"Courier", b"Currier")
    file.write_bytes(gzip.compress(changed))
    with pytest.raises(InputError, match="checksum"):
        backup.restore(store, file, replace=True)


def test_what_is_no_backup_is_refused(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "x.gz"
    path.write_bytes(gzip.compress(b'{"a": 1}\n'))
    with pytest.raises(InputError, match="is no backup"):
        backup.restore(store, path)
    path.write_bytes(b"plain")
    with pytest.raises(InputError, match="damaged"):
        backup.restore(store, path)
    with pytest.raises(InputError, match="cannot be read"):
        backup.restore(store, tmp_path / "absent.gz")
