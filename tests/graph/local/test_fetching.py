"""Fetching jars: in parallel, resumed, verified, and what is said when it cannot be done."""

import os
import pty
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import FetchError, LocalServerError
from graph.local import fetching, lock
from graph.local.lock import LockedJar
from graph.local.probing import free_port
from tests.graph.local.repository import Repository, serve

_PROGRAM = """
import signal
import sys
from pathlib import Path
from graph.local import fetching, lock
signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background inherits none
fetching.fetch(lock.load(Path(sys.argv[1])), Path(sys.argv[2]), repository=sys.argv[3])
"""


def content(size: int) -> bytes:
    return random.Random(size).randbytes(size)


@pytest.fixture
def repository() -> Iterator[Repository]:
    with serve() as repository:
        yield repository


def start_fetching(
    tmp_path: Path, jars: list[LockedJar], url: str, *, stderr: int
) -> subprocess.Popen[bytes]:
    path = tmp_path / "some.lock"
    path.write_text(lock.dump(jars, heading="for a test"))
    command = [sys.executable, "-c", _PROGRAM, str(path), str(tmp_path / "jars"), url]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=stderr)


def test_twelve_at_a_time_and_all_verified(repository: Repository, tmp_path: Path) -> None:
    jars = [repository.add(f"jar{number}", content(1000 + number)) for number in range(40)]
    repository.gathers = fetching.PARALLEL
    fetching.fetch(jars, tmp_path / "jars", repository=repository.url)
    assert {path.name for path in (tmp_path / "jars").glob("*.jar")} == {jar.name for jar in jars}
    assert repository.most_at_once == fetching.PARALLEL
    assert fetching.missing(jars, tmp_path / "jars") == []


def test_what_is_there_is_not_fetched_again(repository: Repository, tmp_path: Path) -> None:
    jars = [repository.add("a", content(1000)), repository.add("b", content(2000))]
    fetching.fetch(jars, tmp_path, repository=repository.url)
    fetching.fetch(jars, tmp_path, repository=repository.url)
    assert len(repository.ranges) == 2


def test_a_copied_cache_is_verified_and_not_fetched(repository: Repository, tmp_path: Path) -> None:
    jar = repository.add("a", content(1000))
    (tmp_path / jar.name).write_bytes(content(1000))
    assert fetching.missing([jar], tmp_path) == [jar]
    fetching.fetch([jar], tmp_path, repository=repository.url)
    assert repository.ranges == []
    assert fetching.missing([jar], tmp_path) == []


def test_a_changed_file_is_fetched_again(repository: Repository, tmp_path: Path) -> None:
    jar = repository.add("a", content(1000))
    fetching.fetch([jar], tmp_path, repository=repository.url)
    (tmp_path / jar.name).write_bytes(b"x" * 1000)
    fetching.fetch([jar], tmp_path, repository=repository.url)
    assert (tmp_path / jar.name).read_bytes() == content(1000)


def test_a_broken_record_is_as_none(repository: Repository, tmp_path: Path) -> None:
    jar = repository.add("a", content(1000))
    (tmp_path / "verified.json").write_text("[")
    fetching.fetch([jar], tmp_path, repository=repository.url)
    assert fetching.missing([jar], tmp_path) == []


def test_a_break_is_resumed_with_a_range_request(repository: Repository, tmp_path: Path) -> None:
    jar = repository.add("large", content(1_000_000))
    repository.breaks_after = 300_000
    fetching.fetch([jar], tmp_path, repository=repository.url)
    first, second = repository.ranges
    assert first is None
    assert second is not None
    assert 0 < int(second.removeprefix("bytes=").removesuffix("-")) <= 300_000
    assert (tmp_path / jar.name).read_bytes() == content(1_000_000)


def test_a_killed_download_is_resumed_by_the_next(repository: Repository, tmp_path: Path) -> None:
    jar = repository.add("large", content(3_000_000))
    repository.pause = 0.1
    part = tmp_path / "jars" / f"{jar.name}.part"
    with start_fetching(tmp_path, [jar], repository.url, stderr=subprocess.DEVNULL) as process:
        deadline = time.monotonic() + 20
        while not (part.exists() and part.stat().st_size > 200_000) and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
    kept = part.stat().st_size
    repository.pause = 0
    fetching.fetch([jar], tmp_path / "jars", repository=repository.url)
    assert 200_000 < kept < jar.size
    assert repository.ranges == [None, f"bytes={kept}-"]
    assert (tmp_path / "jars" / jar.name).read_bytes() == content(3_000_000)
    assert not part.exists()


def test_ctrl_c_ends_all_downloads_and_keeps_their_parts(repository: Repository, tmp_path: Path) -> None:
    jars = [repository.add(f"jar{number}", content(2_000_000 + number)) for number in range(20)]
    repository.pause = 0.2
    with start_fetching(tmp_path, jars, repository.url, stderr=subprocess.DEVNULL) as process:
        deadline = time.monotonic() + 20
        while not list((tmp_path / "jars").glob("*.part")) and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        started = time.monotonic()
        process.wait(timeout=20)
    assert time.monotonic() - started < 3
    assert list((tmp_path / "jars").glob("*.part"))


def test_a_server_without_ranges_starts_over(repository: Repository, tmp_path: Path) -> None:
    jar = repository.add("a", content(1000))
    (tmp_path / f"{jar.name}.part").write_bytes(content(1000)[:400])
    repository.ignores_ranges = True
    fetching.fetch([jar], tmp_path, repository=repository.url)
    assert (tmp_path / jar.name).read_bytes() == content(1000)


@pytest.mark.parametrize("size", [400, 1000, 1400])
def test_a_wrong_part_is_thrown_away_and_fetched_whole(
    repository: Repository, tmp_path: Path, size: int
) -> None:
    jar = repository.add("a", content(1000))
    (tmp_path / f"{jar.name}.part").write_bytes(b"x" * size)
    fetching.fetch([jar], tmp_path, repository=repository.url)
    assert (tmp_path / jar.name).read_bytes() == content(1000)


def test_a_wrong_hash_is_refused(repository: Repository, tmp_path: Path) -> None:
    good = repository.add("good", content(1000))
    jar = repository.add("evil", content(1001))
    expected = "0" * 64
    with pytest.raises(FetchError) as caught:
        fetching.fetch([good, replace(jar, sha256=expected)], tmp_path, repository=repository.url)
    message = str(caught.value)
    for part in (
        "evil-1.0.jar",
        f"expected sha256 {expected}",
        f"found {jar.sha256}",
        "Run the command again",
    ):
        assert part in message
    assert not list(tmp_path.glob("evil*"))


def test_content_without_end_does_not_fill_the_disk(repository: Repository, tmp_path: Path) -> None:
    jar = repository.add("endless", content(4_000_000))
    with pytest.raises(FetchError, match="is not the file that was locked"):
        fetching.fetch([replace(jar, size=1000)], tmp_path, repository=repository.url)
    assert not list(tmp_path.glob("endless*"))


def test_a_short_failure_of_the_server_is_waited_out(repository: Repository, tmp_path: Path) -> None:
    jar = repository.add("a", content(1000))
    repository.failures = 1
    fetching.fetch([jar], tmp_path, repository=repository.url)
    assert (tmp_path / jar.name).exists()


def test_what_the_repository_does_not_have_is_named(repository: Repository, tmp_path: Path) -> None:
    jar = replace(repository.add("a", content(1000)), version="2.0")
    with pytest.raises(FetchError, match=r"a-2\.0\.jar cannot be downloaded from .*: status 404"):
        fetching.fetch([jar], tmp_path, repository=repository.url)
    assert len(repository.ranges) == 1


def test_without_a_network_it_says_what_to_do(tmp_path: Path) -> None:
    jar = LockedJar("org.example", "a", "1.0", None, "0" * 64, 1000)
    with pytest.raises(FetchError) as caught:
        fetching.fetch([jar], tmp_path / "2026.09.0", repository=f"http://127.0.0.1:{free_port()}/")
    message = str(caught.value)
    for part in ("a-1.0.jar", "Is there a network", "NEWSGRAPH_MAVEN_URL", "NEO4J_URI", str(tmp_path)):
        assert part in message


def test_an_address_that_is_none_names_the_setting(tmp_path: Path) -> None:
    jar = LockedJar("org.example", "a", "1.0", None, "0" * 64, 1000)
    for address in ("http://[", "http://a:b/", "nonsense"):
        with pytest.raises(FetchError, match="NEWSGRAPH_MAVEN_URL"):
            fetching.fetch([jar], tmp_path, repository=address)


def test_too_little_disk_is_told_before_anything_is_fetched(repository: Repository, tmp_path: Path) -> None:
    jar = replace(repository.add("a", content(1000)), size=10**18)
    with pytest.raises(LocalServerError, match="too little disk space"):
        fetching.fetch([jar], tmp_path, repository=repository.url)
    assert repository.ranges == []


def test_a_folder_in_the_way_is_told(repository: Repository, tmp_path: Path) -> None:
    jar = repository.add("a", content(100_000))
    (tmp_path / f"{jar.name}.part").mkdir()
    with pytest.raises(FetchError, match="cannot be written"):
        fetching.fetch([jar], tmp_path, repository=repository.url)


def test_the_bar_is_shown_on_a_terminal_only(repository: Repository, tmp_path: Path) -> None:
    jar = repository.add("large", content(1_000_000))
    repository.pause = 0.05
    with start_fetching(tmp_path, [jar], repository.url, stderr=subprocess.PIPE) as process:
        _, printed = process.communicate(timeout=30)
    assert printed == b""
    (tmp_path / "jars" / jar.name).unlink()
    terminal, side = pty.openpty()
    with start_fetching(tmp_path, [jar], repository.url, stderr=side) as process:
        process.wait(timeout=30)
    os.close(side)
    shown = os.read(terminal, 10_000)
    os.close(terminal)
    assert b"Fetching Neo4j" in shown


def test_the_address_is_another_packages() -> None:
    assert fetching.default_repository().startswith("https://")
