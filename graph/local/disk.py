"""Whether a folder can be written to and has room."""

import shutil
import tempfile
from pathlib import Path

from graph.errors import LocalServerError

MEGABYTE = 1_000_000


def require_writable(folder: Path, *, setting: str) -> None:
    """Make the folder if needed; raise LocalServerError, naming the setting, if it cannot be written to."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        reason = error.strerror or str(error)
        raise LocalServerError(
            f"{folder} cannot be written to ({reason}): change its owner or mode, or set {setting} to another folder"
        ) from error


def require_room(folder: Path, size: int, *, what: str) -> None:
    """Raise LocalServerError unless so many bytes are free where the folder is."""
    free = shutil.disk_usage(folder).free
    if free < size:
        raise LocalServerError(
            f"too little disk space at {folder}: {what} needs {size // MEGABYTE} MB and {free // MEGABYTE} MB are"
            " free; make room there, or set NEWSGRAPH_DATA_DIR and NEWSGRAPH_CACHE_DIR to folders on another disk"
        )
