"""The Java processes of local servers: recognised by their command line, never by a number alone."""

import contextlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import psutil

_HOME = "--home-dir="
# What stops in .3 s has this long, then it is killed; Neo4j recovers from that at its next start.
STOP_TIMEOUT = 20.0


@dataclass(frozen=True, slots=True)
class ServerProcess:
    """A running server of some data directory."""

    pid: int
    home: Path
    class_path: str

    @property
    def version(self) -> str:
        """Version of its Neo4j: jars lie in a folder of that name."""
        return Path(self.class_path).parent.name


def server_at(pid: int) -> ServerProcess | None:
    """Return the server that this process is, None if it is none (any more)."""
    import psutil

    try:
        process = psutil.Process(pid)
        if process.status() == psutil.STATUS_ZOMBIE:
            _reap(pid)
            return None
        return _recognised(pid, process.cmdline()) if _is_own(process) else None
    except psutil.Error:
        return None


def server_of(home: Path) -> ServerProcess | None:
    """Return the server that runs in this home, found among all processes."""
    for process in _all():
        if process.home == home and server_at(process.pid) is not None:
            return process
    return None


def users_of(folder: Path) -> list[ServerProcess]:
    """Return the servers whose jars lie below this folder."""
    return [process for process in _all() if Path(process.class_path).is_relative_to(folder)]


def listens(pid: int, ports: tuple[int, ...]) -> bool:
    """Return whether it is this process that listens on all these ports."""
    import psutil

    try:
        connections = psutil.Process(pid).net_connections("tcp")
    except psutil.Error:
        return False
    listening = {entry.laddr.port for entry in connections if entry.status == psutil.CONN_LISTEN}
    return listening.issuperset(ports)


def stop(pid: int) -> None:
    """End the process: asked first, killed if it does not listen; return when it is gone."""
    import psutil

    with contextlib.suppress(psutil.NoSuchProcess):
        process = psutil.Process(pid)
        process.terminate()
        deadline = time.monotonic() + STOP_TIMEOUT
        while time.monotonic() < deadline:
            # Not Process.wait: as the child of a process that does not reap it, it stays a zombie.
            if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
                _reap(pid)
                return
            time.sleep(0.02)
        process.kill()
        with contextlib.suppress(psutil.TimeoutExpired):
            process.wait(5)


def _reap(pid: int) -> None:
    """Take an ended child off the process table; another's child is its parent's to take."""
    if os.name != "nt":
        with contextlib.suppress(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)


def _is_own(process: "psutil.Process") -> bool:
    """Return whether this user started it: another's process must not be handed our password."""
    if os.name == "nt" or os.getuid() == 0:
        return True
    return bool(process.uids().real == os.getuid())


def _all() -> Iterator[ServerProcess]:
    import psutil

    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            recognised = _recognised(process.pid, process.cmdline())
            if recognised is not None:
                yield recognised


def _recognised(pid: int, arguments: list[str]) -> ServerProcess | None:
    homes = [argument.removeprefix(_HOME) for argument in arguments if argument.startswith(_HOME)]
    if len(homes) != 1 or "-cp" not in arguments[:-1]:
        return None
    class_path = arguments[arguments.index("-cp") + 1]
    return ServerProcess(pid=pid, home=Path(homes[0]), class_path=class_path)
