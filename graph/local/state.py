"""What is known of the server of one data directory, in a small file beside its store."""

import contextlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ServerState:
    """A server that was started; `ready` says that it has answered since."""

    version: str
    bolt_port: int
    http_port: int
    pid: int
    ready: bool = False


def read(path: Path) -> ServerState | None:
    """Return the state, None if there is none or a broken one: then the running process is searched for."""
    with contextlib.suppress(OSError, ValueError, TypeError):
        return ServerState(**json.loads(path.read_text(encoding="utf-8")))
    return None


def write(path: Path, state: ServerState) -> None:
    """Write the state in one step, so that whoever reads it without a lock sees the old or the new one."""
    new = path.with_name(f"{path.name}.new")
    new.write_text(json.dumps(asdict(state)), encoding="utf-8")
    new.replace(path)
