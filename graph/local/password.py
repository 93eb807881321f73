"""The password of a local server: made here, kept in a file that only its owner can read."""

import os
import secrets
import string
from pathlib import Path

from graph.errors import LocalServerError

USERNAME = "neo4j"

_LETTERS = string.ascii_letters + string.digits
_LENGTH = 24


def generate() -> str:
    """Return a new password, of letters and digits only so that no shell or URL asks for quotes."""
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


def read(path: Path) -> str:
    """Return the password that the file holds.

    Raises:
        LocalServerError: the file is gone or cannot be read; says how to make a new one.

    """
    try:
        password = path.read_text(encoding="utf-8").strip()
        if os.name != "nt" and path.stat().st_mode & 0o077:
            path.chmod(0o600)
    except OSError as error:
        raise LocalServerError(
            f"the password file {path} cannot be read ({error.strerror}): newsgraph password --reset makes a new one"
        ) from error
    if not password:
        raise LocalServerError(
            f"the password file {path} is empty: newsgraph password --reset makes a new one"
        )
    return password


def write(path: Path, password: str) -> None:
    """Write the password file in one step, never readable by others."""
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)
    descriptor = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(f"{password}\n")
    new.replace(path)
