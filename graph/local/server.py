"""The local server: started when it is needed, shared by all commands of one data directory."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from graph.errors import LocalServerError
from graph.local import cache, password, probing, processes, state, versions
from graph.local.extra import require_local_extra
from graph.local.home import Home
from graph.local.java import find_java
from graph.local.launching import (
    DATABASE,
    Announce,
    class_path,
    credentials,
    is_alive,
    launch,
    prepare,
    require_openable,
    wait_until_ready,
)
from graph.local.locks import locked
from graph.local.state import ServerState
from graph.settings import Settings


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
    """What is known of the local server of a data directory; `version` also of the store of a stopped one."""

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

        Args:
            announce: called with one sentence before a server is started.

        Raises:
            LocalServerError: it cannot be fetched or started; says why and what to do.

        """
        require_local_extra()
        running = self._ready()
        if running is None:
            self._home.make()
            with self._locked(announce):
                running = self._found() or launch(self._home, self._settings, announce=announce)
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

    def credentials(self) -> tuple[str, str]:
        """Return user and password, also while the server does not run.

        Raises:
            LocalServerError: there is none yet, or its file is lost.

        """
        if not self._home.has_store and not self._home.password.exists():
            raise LocalServerError(f"there is no graph in {self._home.data_dir} yet: newsgraph up makes one")
        return credentials(self._home)

    def reset_password(self) -> str:
        """Give the server a new password and return it; also when the old one is lost."""
        require_local_extra()
        self._home.make()
        new = password.generate()
        with self._locked(None):
            running = self._alive()
            if running is not None and self._change_with_the_old(running, new):
                password.write(self._home.password, new)
                return new
            self._stop()
            if self._home.has_store:
                self._change_without_the_old(new)
            password.write(self._home.password, new)
            if running is not None:
                launch(self._home, self._settings)
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
            require_openable(self._home, self._settings)
            java = find_java(self._settings.neo4j_version)
            with cache.jars(self._settings) as jars:
                prepare(self._home, self._settings, java, jars)
                return self._home.admin(java, class_path(jars), arguments)

    def _locked(self, announce: Announce | None) -> AbstractContextManager[None]:
        return locked(
            self._home.lock,
            waiting_for="another newsgraph that is starting or stopping this Neo4j",
            announce=announce,
        )

    def _ready(self) -> ServerState | None:
        """Return the server if it is known to have answered and still accepts connections; needs no lock."""
        known = state.read(self._home.state)
        if known is None or not known.ready or not is_alive(self._home, known):
            return None
        return known if probing.answers(known.bolt_port) else None

    def _alive(self) -> ServerState | None:
        """Return the server that runs in this data directory, also one whose starter was killed."""
        known = state.read(self._home.state)
        if known is not None and is_alive(self._home, known):
            return known
        process = processes.server_of(self._home.neo4j)
        if process is None:
            return None
        ports = self._home.ports()
        return ServerState(process.version, ports.bolt, ports.http, process.pid)

    def _found(self) -> ServerState | None:
        """Return a server that another process started, when it answers; called with the lock held."""
        found = self._alive()
        if found is None:
            return None
        if not self._home.configuration.exists():
            # The data directory was deleted under it: there is nothing left that it could serve.
            processes.stop(found.pid)
            return None
        return wait_until_ready(self._home, found)

    def _stop(self) -> bool:
        found = self._alive()
        if found is not None:
            processes.stop(found.pid)
        self._home.state.unlink(missing_ok=True)
        return found is not None

    def _require_same_version(self, running: ServerState) -> None:
        asked = self._settings.neo4j_version
        if running.version == asked:
            return
        versions.require_not_newer(running.version, asked, self._home.data_dir)
        raise LocalServerError(
            f"Neo4j {running.version} is running in {self._home.data_dir}, and {asked} is asked for: newsgraph down"
            " stops it and the next start upgrades the graph for good; set"
            f" NEWSGRAPH_NEO4J_VERSION={running.version} to stay"
        )

    def _change_with_the_old(self, running: ServerState, new: str) -> bool:
        try:
            return self._change_password(running, new, credentials(self._home))
        except (LocalServerError, probing.RefusedError):
            return False

    def _change_without_the_old(self, new: str) -> None:
        """As Neo4j's manual has it: a start without authentication, here on a fresh port of loopback."""
        running = launch(self._home, self._settings, authentication=False)
        try:
            changed = self._change_password(running, new, None)
        finally:
            self._stop()
        if not changed:
            raise LocalServerError(f"the password could not be changed; {self._home.console} tells why")

    def _change_password(self, running: ServerState, new: str, known: tuple[str, str] | None) -> bool:
        return probing.run(
            running.http_port,
            "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
            credentials=known,
            database="system",
            parameters={"password": new},
        )

    def _connection(self, running: ServerState) -> Connection:
        username, secret = credentials(self._home)
        return Connection(_uri(running), username, secret, DATABASE, _http_url(running))


def _uri(running: ServerState) -> str:
    return f"bolt://127.0.0.1:{running.bolt_port}"


def _http_url(running: ServerState) -> str:
    return f"http://127.0.0.1:{running.http_port}"
