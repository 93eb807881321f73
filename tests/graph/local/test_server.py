"""The local Neo4j as it is used: shared, found again after a kill, stopped at once, moved to a newer version."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import psutil
import pytest
from neo4j import GraphDatabase

from graph.errors import LocalServerError
from graph.local import cache
from graph.local.server import Connection, LocalServer
from graph.settings import Neo4jVersion, Settings

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]

HERE = Path(__file__).parents[3]
NEWEST: Neo4jVersion = "2026.09.0"
OLDER: Neo4jVersion = "5.26.30"

Maker = Callable[..., LocalServer]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Maker]:
    """Return a maker of servers in folders of this test; all are stopped at its end."""
    made: list[LocalServer] = []

    def make(folder: str = "data", version: Neo4jVersion = NEWEST) -> LocalServer:
        settings = Settings(data_dir=tmp_path / folder, neo4j_version=version, bolt_port=0, http_port=0)
        made.append(LocalServer(settings))
        return made[-1]

    yield make
    for each in made:
        each.stop()


def ask(connection: Connection, cypher: str) -> list[list[object]]:
    with GraphDatabase.driver(connection.uri, auth=(connection.username, connection.password)) as driver:
        return [list(record) for record in driver.execute_query(cypher).records]


def test_one_server_is_shared_and_serves_neo4j_browser(server: Maker, tmp_path: Path) -> None:
    said: list[str] = []
    first = server("with a space é").ensure_running(announce=said.append)
    second = server("with a space é").ensure_running(announce=said.append)
    assert first == second
    assert len(said) == 1
    assert first.uri.startswith("bolt://127.0.0.1:")
    assert first.http_url is not None
    page = httpx.get(f"{first.http_url}/browser/", follow_redirects=True)
    assert "Neo4j Browser" in page.text
    (password,) = [path for path in (tmp_path / "with a space é").rglob("*password*") if path.is_file()]
    assert stat.S_IMODE(password.stat().st_mode) == 0o600


def test_folders_stand_side_by_side_on_ports_of_their_own(server: Maker) -> None:
    one, other = server("one").ensure_running(), server("other").ensure_running()
    ask(one, "CREATE (:Here)")
    assert one.uri != other.uri
    assert ask(other, "MATCH (n) RETURN count(n)") == [[0]]


def test_two_starts_at_once_make_one_server(server: Maker, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "NEWSGRAPH_DATA_DIR": str(tmp_path / "data"),
        "NEWSGRAPH_BOLT_PORT": "0",
        "NEWSGRAPH_HTTP_PORT": "0",
    }
    command = [sys.executable, "-m", "newsgraph", "up", "--json"]
    with ThreadPoolExecutor(2) as both:
        done = list(both.map(lambda _: subprocess.run(command, cwd=HERE, env=environment, capture_output=True, text=True, check=True), range(2)))  # fmt: skip
    assert done[0].stdout == done[1].stdout
    home = str(server().status().data_dir)
    running = [
        each
        for each in psutil.process_iter(["cmdline"])
        if any(home in word for word in each.info["cmdline"] or [])
    ]
    assert len(running) == 1


def test_a_killed_server_comes_back_with_its_graph(server: Maker) -> None:
    connection = server().ensure_running()
    ask(connection, "CREATE (:Kept)")
    pid = server().status().pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    psutil.wait_procs([psutil.Process(pid)] if psutil.pid_exists(pid) else [], timeout=10)
    assert ask(server().ensure_running(), "MATCH (n:Kept) RETURN count(n)") == [[1]]


def test_a_killed_starter_leaves_a_server_that_is_found(server: Maker, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "NEWSGRAPH_DATA_DIR": str(tmp_path / "data"),
        "NEWSGRAPH_BOLT_PORT": "0",
        "NEWSGRAPH_HTTP_PORT": "0",
    }
    starter = subprocess.Popen([sys.executable, "-m", "newsgraph", "up"], cwd=HERE, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    deadline = time.monotonic() + 60
    while not server().status().running and time.monotonic() < deadline:
        time.sleep(0.1)
    starter.kill()
    starter.wait()
    pid = server().status().pid
    connection = server().ensure_running()
    assert ask(connection, "RETURN 1") == [[1]]
    assert server().status().pid == pid, "the server that was being started is used, not a second one"


def test_it_stops_in_under_two_seconds(server: Maker) -> None:
    one = server()
    one.ensure_running()
    began = time.monotonic()
    assert one.stop()
    assert time.monotonic() - began < 2
    assert not one.status().running
    assert not one.stop()


def test_a_new_password_replaces_the_old(server: Maker) -> None:
    one = server()
    old = one.ensure_running()
    ask(old, "CREATE (:Kept)")
    new = one.reset_password()
    connection = one.ensure_running()
    assert connection.password == new != old.password
    assert ask(connection, "MATCH (n:Kept) RETURN count(n)") == [[1]]


def test_a_lost_password_is_replaced(server: Maker, tmp_path: Path) -> None:
    one = server()
    ask(one.ensure_running(), "CREATE (:Kept)")
    (tmp_path / "data" / "password").unlink()
    with pytest.raises(LocalServerError, match="newsgraph password --reset"):
        one.ensure_running()
    one.reset_password()
    assert ask(one.ensure_running(), "MATCH (n:Kept) RETURN count(n)") == [[1]]


def test_the_cache_is_emptied_only_when_no_server_runs_from_it(tmp_path: Path) -> None:
    """On a copy of the cache, which is verified and not fetched again."""
    shutil.copytree(cache.folder(Settings()) / NEWEST, tmp_path / "cache" / "neo4j" / NEWEST)
    settings = Settings(
        data_dir=tmp_path / "data",
        cache_dir=tmp_path / "cache",
        bolt_port=0,
        http_port=0,
        maven_url="http://127.0.0.1:1",
    )
    one = LocalServer(settings)
    try:
        one.ensure_running()
        with pytest.raises(LocalServerError, match="the cache is in use by the Neo4j of"):
            cache.clear(settings)
    finally:
        one.stop()
    assert cache.clear(settings) > 100_000_000
    assert cache.info(settings) == []
    with pytest.raises(LocalServerError, match="Is there a network"):
        one.ensure_running()


def test_a_store_of_the_older_neo4j_is_upgraded_and_never_downgraded(server: Maker) -> None:
    old = server(version=OLDER)
    ask(old.ensure_running(), "CREATE (:Kept)")
    with pytest.raises(LocalServerError, match="newsgraph down"):
        server(version=NEWEST).ensure_running()
    old.stop()
    assert ask(server(version=NEWEST).ensure_running(), "MATCH (n:Kept) RETURN count(n)") == [[1]]
    server(version=NEWEST).stop()
    with pytest.raises(LocalServerError, match="cannot open it"):
        server(version=OLDER).ensure_running()


def test_it_runs_with_nothing_on_the_path(tmp_path: Path) -> None:
    """A user's machine has no Java: the one from the wheel is found without PATH and JAVA_HOME."""
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in {"PATH", "JAVA_HOME"} and not name.startswith("NEO4J_")
    }
    bare |= {
        "PATH": "/nonexistent",
        "NEWSGRAPH_DATA_DIR": str(tmp_path / "data"),
        "NEWSGRAPH_BOLT_PORT": "0",
        "NEWSGRAPH_HTTP_PORT": "0",
    }

    def run(*words: str) -> str:
        done = subprocess.run([sys.executable, "-m", "newsgraph", *words], cwd=HERE, env=bare, capture_output=True, text=True, check=False)  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    try:
        run("up")
        assert '"one": 1' in run("query", "--json", "RETURN 1 AS one")
        assert '"running": true' in run("status", "--json")
        assert '"password"' in run("password", "--json")
    finally:
        run("down")
    assert '"running": false' in run("status", "--json")


def test_the_cache_says_what_it_holds() -> None:
    held = {each.version: each for each in cache.info(Settings())}
    assert NEWEST in held
