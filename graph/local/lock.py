"""The lock files: which jars make up a Neo4j, and the sha256 and size of each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from graph.errors import ConfigurationError

_FOLDER = Path(__file__).parent
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, order=True)
class LockedJar:
    """One jar by its Maven coordinates, with what its bytes must be."""

    group: str
    artifact: str
    version: str
    classifier: str | None
    sha256: str
    size: int

    @property
    def coordinates(self) -> str:
        """Group, artifact, version and classifier as the lock file writes them."""
        parts = [self.group, self.artifact, self.version]
        return ":".join(parts if self.classifier is None else [*parts, self.classifier])

    @property
    def name(self) -> str:
        """File name; within one lock no two are the same."""
        suffix = "" if self.classifier is None else f"-{self.classifier}"
        return f"{self.artifact}-{self.version}{suffix}.jar"

    @property
    def path(self) -> PurePosixPath:
        """Where the file is in any Maven repository."""
        return PurePosixPath(*self.group.split("."), self.artifact, self.version, self.name)


def lock_path(version: str) -> Path:
    """Return where the lock file of that Neo4j is."""
    return _FOLDER / f"neo4j-{version}.lock"


def load(path: Path) -> tuple[LockedJar, ...]:
    """Read a lock file.

    Raises:
        ConfigurationError: there is none, or a line of it is not `coordinates sha256 size`.

    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ConfigurationError(
            f"{path}: cannot be read ({error.strerror}); install newsgraph again"
        ) from error
    jars = [
        _jar(line, where=f"{path}:{number}")
        for number, line in enumerate(lines, start=1)
        if line and not line.startswith("#")
    ]
    names = {jar.name for jar in jars}
    if not jars or len(names) < len(jars):
        raise ConfigurationError(
            f"{path}: holds no jar, or two of one name; make it anew (graph.local.locking)"
        )
    return tuple(jars)


def dump(jars: Iterable[LockedJar], *, heading: str) -> str:
    """Return the text of a lock file."""
    lines = [f"{jar.coordinates} {jar.sha256} {jar.size}" for jar in sorted(jars, key=_coordinates)]
    return "\n".join([f"# {heading}", *lines, ""])


def _coordinates(jar: LockedJar) -> str:
    return jar.coordinates


def _jar(line: str, *, where: str) -> LockedJar:
    match line.split():
        case [coordinates, sha256, size] if _SHA256.fullmatch(sha256) and size.isdigit():
            pass
        case _:
            raise ConfigurationError(f"{where}: expected coordinates, sha256 and size, found {line!r}")
    match coordinates.split(":"):
        case [group, artifact, version]:
            return LockedJar(group, artifact, version, None, sha256, int(size))
        case [group, artifact, version, classifier]:
            return LockedJar(group, artifact, version, classifier, sha256, int(size))
    raise ConfigurationError(f"{where}: expected group:artifact:version[:classifier], found {coordinates!r}")
