"""The lock files and how they are read and made."""

from pathlib import Path
from typing import get_args

import pytest

from graph.errors import ConfigurationError
from graph.local import lock, locking
from graph.settings import Neo4jVersion

SHA256 = "0" * 64


@pytest.mark.parametrize("version", get_args(Neo4jVersion))
def test_every_version_is_locked_with_browser(version: str) -> None:
    jars = lock.load(lock.lock_path(version))
    artifacts = {jar.artifact: jar.version for jar in jars}
    assert artifacts["neo4j"] == version
    assert artifacts["neo4j-browser"] == locking.BROWSER_VERSION
    assert len(jars) > 200
    assert all(jar.size > 0 for jar in jars)


def test_a_classifier_is_part_of_name_and_path() -> None:
    jar = lock.LockedJar("io.netty", "epoll", "4.2", "linux-x86_64", SHA256, 7)
    assert jar.name == "epoll-4.2-linux-x86_64.jar"
    assert jar.path.as_posix() == "io/netty/epoll/4.2/epoll-4.2-linux-x86_64.jar"
    assert jar.coordinates == "io.netty:epoll:4.2:linux-x86_64"


def test_what_is_written_is_read(tmp_path: Path) -> None:
    jars = (
        lock.LockedJar("a.b", "c", "1", None, SHA256, 3),
        lock.LockedJar("a.b", "c", "1", "native", "f" * 64, 4),
    )
    path = tmp_path / "some.lock"
    path.write_text(lock.dump(reversed(jars), heading="for a test"))
    assert lock.load(path) == jars


def test_jars_are_found_in_a_repository(tmp_path: Path) -> None:
    place = tmp_path / "io" / "netty" / "epoll" / "4.2"
    place.mkdir(parents=True)
    (place / "epoll-4.2.jar").write_bytes(b"one")
    (place / "epoll-4.2-linux.jar").write_bytes(b"three")
    found = {(jar.coordinates, jar.size) for jar in locking.jars_below(tmp_path)}
    assert found == {("io.netty:epoll:4.2", 3), ("io.netty:epoll:4.2:linux", 5)}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("# nothing\n", "holds no jar"),
        (f"a:b:1 {SHA256} 3\nc:b:1 {SHA256} 3\n", "two of one name"),
        ("a:b:1 beef 3\n", "some.lock:1: expected coordinates"),
        (f"a:b:1 {SHA256}\n", "some.lock:1: expected coordinates"),
        (f"a:b {SHA256} 3\n", "expected group:artifact:version"),
    ],
)
def test_a_broken_lock_is_refused(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "some.lock"
    path.write_text(text)
    with pytest.raises(ConfigurationError, match=says):
        lock.load(path)


def test_a_missing_lock_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="install newsgraph again"):
        lock.load(tmp_path / "none.lock")
