"""Start the Java of a local server, wait until it answers, and say why when it does not."""

import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from graph.errors import LocalServerError
from graph.local import cache, configuration, logs, password, probing, processes, state, versions
from graph.local.home import Home
from graph.local.java import find_java
from graph.local.state import ServerState
from graph.settings import Settings

Announce = Callable[[str], None]

DATABASE: Final = "neo4j"

# A start takes four seconds; the recovery or upgrade of a large store takes minutes.
_START_TIMEOUT = 600.0
# Another program may take a free port before our Java does.
_TRIES = 3
_PORT_TAKEN = "already in use"
_TOO_OLD = "newer version of neo4j"


def launch(
    home: Home, settings: Settings, *, announce: Announce | None = None, authentication: bool = True
) -> ServerState:
    """Start a server and return it when it answers; called with the lock of its data directory held.

    Raises:
        LocalServerError: it cannot be fetched or does not start.

    """
    made_by = require_openable(home, settings)
    if home.has_store and authentication:
        # Before the start: a server whose password is lost is of no use to anyone.
        credentials(home)
    java = find_java(settings.neo4j_version)
    if announce is not None:
        announce(_sentence(home, settings, made_by))
    for attempt in range(1, _TRIES + 1):
        with cache.jars(settings) as jars:
            prepare(home, settings, java, jars, preferred=attempt == 1, authentication=authentication)
            started = _spawn(home, settings, java, jars)
        ready = wait_until_ready(home, started, authentication=authentication)
        if ready is not None:
            return ready
        reason = logs.reason(home.console)
        if _PORT_TAKEN not in reason:
            break
    if _TOO_OLD in reason:
        raise LocalServerError(versions.too_new("a newer Neo4j", settings.neo4j_version, home.data_dir))
    raise LocalServerError(
        f"Neo4j {settings.neo4j_version} did not start in {home.data_dir}: {reason}"
        f" (the whole log is {home.console})"
    )


def require_openable(home: Home, settings: Settings) -> str | None:
    """Return which Neo4j made the store; raise LocalServerError if the one asked for is older than that."""
    made_by = versions.read(home.version)
    versions.require_not_newer(made_by, settings.neo4j_version, home.data_dir)
    return made_by


def prepare(
    home: Home,
    settings: Settings,
    java: Path,
    jars: Path,
    *,
    preferred: bool = True,
    authentication: bool = True,
) -> None:
    """Write the configuration and, for a store that was never started, the password."""
    # Without authentication nobody is to find the server where it usually is.
    wanted = (settings.bolt_port, settings.http_port) if preferred and authentication else (0, 0)
    bolt, http = (port if port and probing.is_free(port) else probing.free_port() for port in wanted)
    text = configuration.configuration(
        configuration.Ports(bolt=bolt, http=http),
        version=settings.neo4j_version,
        heap=settings.heap,
        memory=configuration.machine_memory(),
        authentication=authentication,
    )
    home.configuration.write_text(text, encoding="utf-8")
    if home.has_store:
        return
    if not home.password.exists():
        password.write(home.password, password.generate())
    # From the file, for the command line can be read by everyone on the machine.
    home.admin(java, class_path(jars), ("dbms", "set-initial-password", f"@{home.password}"))


def wait_until_ready(home: Home, started: ServerState, *, authentication: bool = True) -> ServerState | None:
    """Wait until the server runs a query; None if it ended instead."""
    deadline = time.monotonic() + _START_TIMEOUT
    while time.monotonic() < deadline:
        if not is_alive(home, started):
            return None
        if _answers(home, started, authentication=authentication):
            ready = replace(started, ready=authentication)
            state.write(home.state, ready)
            versions.write(home.version, started.version)
            return ready
        time.sleep(0.05)
    raise LocalServerError(
        f"the Neo4j of {home.data_dir} (process {started.pid}) has not answered for {_START_TIMEOUT:.0f}"
        f" seconds: {home.console} tells what it does; wait, or newsgraph down and start again"
    )


def is_alive(home: Home, started: ServerState) -> bool:
    """Return whether that process is there and serves this data directory, whatever has its number now."""
    process = processes.server_at(started.pid)
    return process is not None and process.home == home.neo4j


def credentials(home: Home) -> tuple[str, str]:
    """Return user and password."""
    return password.USERNAME, password.read(home.password)


def class_path(jars: Path) -> str:
    """Return the class path of a folder of jars."""
    return str(jars / "*")


def _sentence(home: Home, settings: Settings, made_by: str | None) -> str:
    version = settings.neo4j_version
    parts = [f"starting Neo4j {version} in {home.data_dir}"]
    if size := cache.bytes_missing(settings):
        parts.append(f"after fetching it once ({size / 1e6:.0f} MB)")
    if made_by is not None and made_by != version:
        parts.append(f"which upgrades the graph from {made_by} for good")
    return ", ".join(parts)


def _spawn(home: Home, settings: Settings, java: Path, jars: Path) -> ServerState:
    version = settings.neo4j_version
    main = "CommunityEntryPoint" if version.startswith("5.") else "Neo4jCommunity"
    command = [str(java), *configuration.java_options(settings.heap), "-cp", class_path(jars)]
    command += [f"org.neo4j.server.{main}", f"--home-dir={home.neo4j}"]
    command += [f"--config-dir={home.configuration.parent}", "--console-mode"]
    with home.console.open("wb") as console:
        process = subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            env=home.environment(),
            cwd=home.neo4j,
            # Neither Ctrl-C nor the end of the terminal reaches it.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
    # It outlives us on purpose; else Popen's finalizer warns of a child that still runs.
    process.returncode = 0
    ports = home.ports()
    # If we are killed before this, the next command finds the server by its command line.
    started = ServerState(version, ports.bolt, ports.http, process.pid)
    state.write(home.state, started)
    return started


def _answers(home: Home, started: ServerState, *, authentication: bool) -> bool:
    if not probing.answers(started.http_port):
        return False
    # Before the password goes out: it must be our server that listens, not who took the port first.
    if not processes.listens(started.pid, (started.bolt_port, started.http_port)):
        return False
    known = credentials(home) if authentication else None
    try:
        return probing.run(started.http_port, "RETURN 1", credentials=known, database=DATABASE)
    except probing.RefusedError as error:
        raise LocalServerError(
            f"the Neo4j of {home.data_dir} refuses the password in {home.password}: write the right one there, or"
            " newsgraph password --reset makes a new one"
        ) from error
