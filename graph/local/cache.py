"""The cache of jars: one folder a version of Neo4j, shared by all data directories."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.errors import LocalServerError
from graph.local import fetching, lock, processes
from graph.local.disk import require_writable
from graph.local.locks import locked
from graph.settings import Settings


@dataclass(frozen=True, slots=True)
class CachedVersion:
    """What the cache holds of one Neo4j."""

    version: str
    folder: Path
    files: int
    megabytes: float
    complete: bool
    used_by: tuple[int, ...]


def folder(settings: Settings) -> Path:
    """Return the part of the cache that is Neo4j's; what else lies in the cache folder is not touched."""
    return settings.cache_dir.expanduser().resolve() / "neo4j"


@contextmanager
def jars(settings: Settings) -> Iterator[Path]:
    """Yield the folder of the verified jars, after fetching what is missing; none clears it meanwhile."""
    require_writable(folder(settings), setting="NEWSGRAPH_CACHE_DIR")
    with locked(_lock_file(settings), waiting_for="another newsgraph that is fetching Neo4j"):
        place = folder(settings) / settings.neo4j_version
        fetching.fetch(
            lock.load(lock.lock_path(settings.neo4j_version)), place, repository=settings.maven_url
        )
        yield place


def bytes_missing(settings: Settings) -> int:
    """Return how much there is to fetch before the Neo4j that the settings name can start."""
    wanted = lock.load(lock.lock_path(settings.neo4j_version))
    return sum(jar.size for jar in fetching.missing(wanted, folder(settings) / settings.neo4j_version))


def clear(settings: Settings) -> int:
    """Delete the jars and return how many bytes became free.

    Raises:
        LocalServerError: a running Neo4j uses them, or another newsgraph is fetching them.

    """
    place = folder(settings)
    if not place.exists():
        return 0
    require_writable(place, setting="NEWSGRAPH_CACHE_DIR")
    with locked(_lock_file(settings), waiting_for="another newsgraph that is fetching Neo4j", wait=False):
        if users := processes.users_of(place):
            homes = ", ".join(f"{process.home} (process {process.pid})" for process in users)
            raise LocalServerError(
                f"the cache is in use by the Neo4j of {homes}: stop it with newsgraph down first"
                " (NEWSGRAPH_DATA_DIR set as when it was started)"
            )
        freed = _size(place)
        for path in place.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
    return freed


def info(settings: Settings) -> list[CachedVersion]:
    """Return what the cache holds, one entry a version of Neo4j."""
    place = folder(settings)
    if not place.exists():
        return []
    return [_cached(path) for path in sorted(place.iterdir()) if path.is_dir()]


def _cached(place: Path) -> CachedVersion:
    path = lock.lock_path(place.name)
    return CachedVersion(
        version=place.name,
        folder=place,
        files=sum(1 for _ in place.glob("*.jar")),
        megabytes=round(_size(place) / 1e6, 1),
        complete=path.exists() and not fetching.missing(lock.load(path), place),
        used_by=tuple(process.pid for process in processes.users_of(place)),
    )


def _lock_file(settings: Settings) -> Path:
    return folder(settings) / "fetching.lock"


def _size(place: Path) -> int:
    return sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
