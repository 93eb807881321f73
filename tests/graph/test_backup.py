"""A backup restores to the same graph, or is refused before anything is touched."""

import gzip
from pathlib import Path

import pytest

from graph import backup
from graph.errors import InputError
from graph.loading import load_extraction
from graph.store import Store
from tests.graph.building import ARNOR, FARAMIR, GONDOR, MORDOR, statement
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
