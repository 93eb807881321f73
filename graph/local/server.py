"""The local server: started when it is needed, shared by all commands of one data directory."""

import os
import subprocess
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from graph.errors import LocalServerError
from graph.local import cache, configuration, logs, password, probing, processes, state, versions
from graph.local.extra import require_local_extra
from graph.local.home import Home
from graph.local.java import find_java
from graph.local.locks import locked
from graph.local.state import ServerState
from graph.settings import Settings

Announce = Callable[[str], None]

DATABASE: Final = "neo4j"

# A start takes four seconds; the recovery or upgrade of a large store takes minutes.
_START_TIMEOUT = 600.0
# Another program may take a free port before our Java does.
_TRIES = 3
_PORT_TAKEN = ("Address already in use", "BindException", "PortBindException", "already in use")


@dataclass(frozen=True, slots=True)
class Connection:
    """How to connect to a Neo4j."""

    uri: str
    username: str
    password: str
    database: str | None
    http_url: str | None


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """What is known of the local server of a data directory."""

    running: bool
    pid: int | None
    uri: str | None
    http_url: str | None
    version: str | None
    data_dir: Path
    log: Path


class LocalServer:
    """The Neo4j of one data directory."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._home = Home(settings.data_dir.expanduser().resolve())

    def ensure_running(self, *, announce: Announce | None = None) -> Connection:
        """Start the server unless it runs, and return how to connect.

        Raises:
            LocalServerError: it cannot be fetched or started; says why and what to do.

        """
        require_local_extra()
        running = self._ready()
        if running is None:
            self._home.make()
            with self._locked(announce):
                running = self._found() or self._start(announce)
        self._require_same_version(running)
        return self._connection(running)

    def status(self) -> ServerStatus:
        """Return whether the server runs, and where."""
        require_local_extra()
        found = self._alive()
        return ServerStatus(
            running=found is not None,
            pid=found.pid if found else None,
            uri=_uri(found) if found else None,
            http_url=_http_url(found) if found else None,
            version=found.version if found else versions.read(self._home.version),
            data_dir=self._home.data_dir,
            log=self._home.console,
        )

    def stop(self) -> bool:
        """Stop the server and return whether there was one."""
        require_local_extra()
        if not self._home.data_dir.exists():
            return False
        with self._locked(None):
            return self._stop()

    def reset_password(self) -> str:
        """Give the server a new password and return it; also when the old one is lost."""
        require_local_extra()
        self._home.make()
        new = password.generate()
        with self._locked(None):
            if not self._home.has_store:
                password.write(self._home.password, new)
                return new
            was_running = self._alive()
            if was_running is None or not self._change_password(was_running, new, self._credentials()):
                # Nobody knows the password any more: as Neo4j's manual has it, without authentication, and
                # only on a fresh port of loopback, for the seconds that this takes.
                self._stop()
                changing = self._start(None, authentication=False)
                changed = self._change_password(changing, new, None)
                self._stop()
                if not changed:
                    raise LocalServerError(
                        f"the password could not be changed; {self._home.console} tells why"
                    )
            password.write(self._home.password, new)
            if was_running is not None and self._alive() is None:
                self._start(None)
        return new

    def run_admin(self, *arguments: str) -> str:
        """Run Neo4j's admin command on the stopped server and return what it printed.

        Raises:
            LocalServerError: the server runs, or the command failed.

        """
        require_local_extra()
        self._home.make()
        with self._locked(None):
            if self._alive() is not None:
                raise LocalServerError(
                    f"the Neo4j of {self._home.data_dir} is running: newsgraph down stops it"
                )
            self._check_version()
            java = find_java(self._settings.neo4j_version)
            with cache.jars(self._settings) as jars:
                self._configure(self._free_ports(), authentication=True)
                self._set_initial_password(java, _class_path(jars))
                return self._home.admin(java, _class_path(jars), arguments)

    def _locked(self, announce: Announce | None) -> AbstractContextManager[None]:
        return locked(
            self._home.lock,
            waiting_for="another newsgraph that is starting or stopping this Neo4j",
            announce=announce,
        )

    def _ready(self) -> ServerState | None:
        """Return the server if it is known to have answered and still accepts connections; needs no lock."""
        known = state.read(self._home.state)
        if known is None or not known.ready or not self._is_alive(known):
            return None
        return known if probing.answers(known.bolt_port) else None

    def _is_alive(self, known: ServerState) -> bool:
        process = processes.server_at(known.pid)
        return process is not None and process.home == self._home.neo4j

    def _alive(self) -> ServerState | None:
        """Return the server that runs in this data directory, also one whose starter was killed."""
        known = state.read(self._home.state)
        if known is not None and self._is_alive(known):
            return known
        process = processes.server_of(self._home.neo4j)
        if process is None:
            return None
        ports = configuration.ports((self._home.conf / "neo4j.conf").read_text(encoding="utf-8"))
        return ServerState(process.version, ports.bolt, ports.http, process.pid)

    def _found(self) -> ServerState | None:
        """Return a server that another process started, when it answers; called with the lock held."""
        found = self._alive()
        return None if found is None else self._wait_until_ready(found)

    def _stop(self) -> bool:
        found = self._alive()
        if found is None:
            return False
        processes.stop(found.pid)
        self._home.state.unlink(missing_ok=True)
        return True

    def _start(self, announce: Announce | None, *, authentication: bool = True) -> ServerState:
        made_by = self._check_version()
        settings = self._settings
        java = find_java(settings.neo4j_version)
        if announce is not None:
            announce(self._sentence(made_by))
        for attempt in range(1, _TRIES + 1):
            with cache.jars(settings) as jars:
                ports = self._free_ports(preferred=authentication and attempt == 1)
                self._configure(ports, authentication=authentication)
                if authentication:
                    self._set_initial_password(java, _class_path(jars))
                started = self._spawn(java, _class_path(jars), ports)
            ready = self._wait_until_ready(started, authentication=authentication)
            if ready is not None:
                versions.write(self._home.version, settings.neo4j_version)
                return ready
            reason = logs.reason(self._home.console)
            if not any(sign in reason for sign in _PORT_TAKEN):
                break
        raise LocalServerError(
            f"Neo4j {settings.neo4j_version} did not start in {self._home.data_dir}: {reason}"
            f" (the whole log is {self._home.console})"
        )

    def _sentence(self, made_by: str | None) -> str:
        version = self._settings.neo4j_version
        if made_by is not None and made_by != version:
            return (
                f"starting Neo4j {version} in {self._home.data_dir}, which upgrades the graph from {made_by}"
            )
        return f"starting Neo4j {version} in {self._home.data_dir}"

    def _check_version(self) -> str | None:
        made_by = versions.read(self._home.version)
        versions.require_not_newer(made_by, self._settings.neo4j_version, self._home.data_dir)
        return made_by

    def _require_same_version(self, running: ServerState) -> None:
        asked = self._settings.neo4j_version
        if running.version == asked:
            return
        versions.require_not_newer(running.version, asked, self._home.data_dir)
        raise LocalServerError(
            f"Neo4j {running.version} is running in {self._home.data_dir}, and {asked} is asked for: newsgraph down"
            f" stops it and the next start upgrades the graph for good, or set NEWSGRAPH_NEO4J_VERSION="
            f"{running.version} to stay"
        )

    def _free_ports(self, *, preferred: bool = True) -> configuration.Ports:
        wanted = (self._settings.bolt_port, self._settings.http_port) if preferred else (0, 0)
        bolt, http = (port if port and probing.is_free(port) else probing.free_port() for port in wanted)
        return configuration.Ports(bolt=bolt, http=http)

    def _configure(self, ports: configuration.Ports, *, authentication: bool) -> None:
        text = configuration.configuration(
            ports,
            heap=self._settings.heap,
            memory=configuration.machine_memory(),
            authentication=authentication,
        )
        (self._home.conf / "neo4j.conf").write_text(text, encoding="utf-8")

    def _set_initial_password(self, java: Path, class_path: str) -> None:
        """Give a store that was never started its password; later Neo4j would not take this one."""
        if self._home.has_store:
            return
        if not self._home.password.exists():
            password.write(self._home.password, password.generate())
        # From the file, for the command line can be read by everyone on the machine.
        argument = f"@{self._home.password}"
        self._home.admin(java, class_path, ("dbms", "set-initial-password", argument))

    def _spawn(self, java: Path, class_path: str, ports: configuration.Ports) -> ServerState:
        version = self._settings.neo4j_version
        main = "CommunityEntryPoint" if version.startswith("5.") else "Neo4jCommunity"
        command = [str(java), *configuration.java_options(self._settings.heap), "-cp", class_path]
        command += [f"org.neo4j.server.{main}", f"--home-dir={self._home.neo4j}"]
        command += [f"--config-dir={self._home.conf}", "--console-mode"]
        with self._home.console.open("wb") as console:
            process = subprocess.Popen(  # noqa: S603
                command,
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
                env=self._home.environment(),
                cwd=self._home.neo4j,
                # Neither Ctrl-C nor the end of the terminal reaches it.
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            )
        # It outlives us on purpose; else Popen's finalizer warns of a child that still runs.
        process.returncode = 0
        # If we are killed before this, the next command finds the server by its command line.
        started = ServerState(version, ports.bolt, ports.http, process.pid)
        state.write(self._home.state, started)
        return started

    def _wait_until_ready(self, started: ServerState, *, authentication: bool = True) -> ServerState | None:
        """Wait until the server runs a query; None if it ended instead."""
        deadline = time.monotonic() + _START_TIMEOUT
        ports = (started.bolt_port, started.http_port) if authentication else (started.http_port,)
        while time.monotonic() < deadline:
            if not self._is_alive(started):
                _reap(started.pid)
                return None
            if self._answers(started, ports, authentication=authentication):
                ready = replace(started, ready=authentication)
                state.write(self._home.state, ready)
                return ready
            time.sleep(0.05)
        raise LocalServerError(
            f"the Neo4j of {self._home.data_dir} (process {started.pid}) does not answer for {_START_TIMEOUT:.0f}"
            f" seconds: {self._home.console} tells what it does; wait, or newsgraph down and start again"
        )

    def _answers(self, started: ServerState, ports: tuple[int, ...], *, authentication: bool) -> bool:
        if not probing.answers(started.http_port):
            return False
        # Before the password goes out: it must be our server that listens, not who took the port first.
        if not processes.listens(started.pid, ports):
            return False
        credentials = self._credentials() if authentication else None
        try:
            return probing.run(started.http_port, "RETURN 1", credentials=credentials, database=DATABASE)
        except probing.RefusedError as error:
            raise LocalServerError(
                f"the Neo4j of {self._home.data_dir} refuses the password in {self._home.password}: write the right"
                " one there, or newsgraph password --reset makes a new one"
            ) from error

    def _change_password(self, running: ServerState, new: str, credentials: tuple[str, str] | None) -> bool:
        statement = "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED"
        try:
            return probing.run(
                running.http_port,
                statement,
                credentials=credentials,
                database="system",
                parameters={"password": new},
            )
        except probing.RefusedError:
            return False

    def _credentials(self) -> tuple[str, str]:
        return password.USERNAME, password.read(self._home.password)

    def _connection(self, running: ServerState) -> Connection:
        username, secret = self._credentials()
        return Connection(_uri(running), username, secret, DATABASE, _http_url(running))


def _uri(running: ServerState) -> str:
    return f"bolt://127.0.0.1:{running.bolt_port}"


def _http_url(running: ServerState) -> str:
    return f"http://127.0.0.1:{running.http_port}"


def _class_path(jars: Path) -> str:
    return str(jars / "*")


def _reap(pid: int) -> None:
    """Take a child that ended off the process table; another's child is its parent's to take."""
    if os.name != "nt":
        try:
            os.waitpid(pid, os.WNOHANG)
        except ChildProcessError:
            return
