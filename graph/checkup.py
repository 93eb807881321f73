"""Is what the graph needs there: versions, folders, Java, the store, its schema."""

import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from graph import console, schema
from graph.errors import AppError
from graph.settings import Settings
from graph.store import open_store


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, what was found, and how to mend it where it is wrong."""

    what: str
    good: bool
    found: str
    remedy: str = ""

    def row(self) -> dict[str, str]:
        """Return the finding as it is printed."""
        return {
            "what": self.what,
            "state": "ok" if self.good else "WRONG",
            "found": self.found,
            "to mend": self.remedy,
        }


def findings() -> Iterator[Finding]:
    """Yield what was found of program, folders and store."""
    settings = Settings()
    yield Finding(
        "newsgraph", good=True, found=package_version("newsgraph") or "not installed, run from its folder"
    )
    yield Finding("Python", good=True, found=platform.python_version())
    yield Finding("Neo4j driver", good=True, found=package_version("neo4j") or "?")
    yield _folder("data folder", settings.data_dir)
    if settings.neo4j_uri is None:
        yield _java(settings)
    yield from _store(settings)


def package_version(name: str) -> str | None:
    """Return the version of an installed package, None where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _folder(what: str, path: Path) -> Finding:
    existing = path
    while not existing.exists() and existing != existing.parent:
        existing = existing.parent
    if os.access(existing, os.W_OK) and existing.is_dir():
        return Finding(what, good=True, found=str(path))
    return Finding(
        what,
        good=False,
        found=f"{path} cannot be written",
        remedy="set NEWSGRAPH_DATA_DIR to a folder of yours",
    )


def _java(settings: Settings) -> Finding:
    try:
        from graph.local import java

        found = java.find_java(settings.neo4j_version)
    except (AppError, ImportError) as error:
        return Finding("Java", good=False, found=str(error), remedy="pip install 'newsgraph[local]'")
    return Finding("Java", good=True, found=str(found))


def _store(settings: Settings) -> Iterator[Finding]:
    where = settings.neo4j_uri or "the local Neo4j"
    try:
        with open_store(settings, announce=console.note) as store:
            yield Finding("store", good=True, found=f"{where} answers: {store.server()}")
            found = schema.version(store)
    except AppError as error:
        yield Finding(
            "store", good=False, found=str(error), remedy="newsgraph up, or check NEO4J_URI and the password"
        )
        return
    if found is None:
        yield Finding("schema", good=True, found="an empty graph; the first load makes its schema")
    else:
        good = found == schema.VERSION
        yield Finding(
            "schema",
            good=good,
            found=f"version {found}",
            remedy="" if good else _schema_remedy(found),
        )


def _schema_remedy(found: int) -> str:
    if found > schema.VERSION:
        return "the graph was made by a newer newsgraph: install that one"
    return "newsgraph rebuild brings it up to date (so does the next load)"
