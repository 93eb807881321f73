"""Staged articles into an empty graph by `neo4j-admin database import`, which is many times faster than loading."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph import schema
from graph.bulk import csv_files
from graph.bulk.staging import Stage
from graph.errors import InputError, LocalServerError
from graph.local.launching import DATABASE
from graph.local.server import LocalServer
from graph.settings import Settings
from graph.store import Store, open_store

_BATCH = 10_000

Announce = Callable[[str], None]
Advance = Callable[[int], None]


def _nowhere(_: int) -> None:
    """Show no progress."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought."""

    articles: int
    actors: int
    claims: int


def require_empty(settings: Settings, *, announce: Announce) -> None:
    """Make sure that the local Neo4j is the one to import into, and holds nothing.

    Raises:
        LocalServerError: NEO4J_URI names another.
        InputError: it is not empty.

    """
    if settings.neo4j_uri is not None:
        raise LocalServerError(
            "NEO4J_URI is set, and only the local Neo4j can be stopped for an import; unset it, or use"
            " newsgraph load"
        )
    with open_store(settings, announce=announce) as store:
        found = store.read("bulk/node_count")[0]["nodes"]
    if found:
        raise InputError(
            f"the graph in {settings.data_dir} holds {found} nodes, and an import would replace them; import into an"
            " empty one (another NEWSGRAPH_DATA_DIR), or use newsgraph load"
        )


def import_stage(
    settings: Settings, stage: Stage, *, announce: Announce, advance: Advance = _nowhere
) -> Imported:
    """Import a complete stage into the empty local Neo4j: it is stopped, filled and started.

    Raises:
        InputError: the graph is not empty.
        LocalServerError: it cannot be stopped, filled or started.

    """
    require_empty(settings, announce=announce)
    with tempfile.TemporaryDirectory(prefix="newsgraph-import-", ignore_cleanup_errors=True) as folder:
        arguments = csv_files.write(stage, Path(folder), advance=advance)
        import_files(settings, arguments, announce=announce)
    return Imported(stage.count("article"), stage.count("actor"), stage.count("claim"))


def import_files(settings: Settings, arguments: Sequence[str], *, announce: Announce) -> None:
    """Import CSV files into the empty local Neo4j: it is stopped, filled and started.

    Args:
        settings: which local Neo4j.
        arguments: of `neo4j-admin database import full`, naming the files.
        announce: called with a sentence at each step.

    Raises:
        InputError: the graph is not empty.
        LocalServerError: it cannot be stopped, filled or started.

    """
    require_empty(settings, announce=announce)
    server = LocalServer(settings)
    server.stop()
    announce("importing; the Neo4j is stopped meanwhile")
    server.run_admin("database", "import", "full", DATABASE, "--overwrite-destination=true", *arguments)
    with open_store(settings, announce=announce) as store:
        _finish(store)


def _finish(store: Store) -> None:
    """Give the graph what the import leaves out: constraints, indexes, and lists without parts."""
    for query in ("bulk/set_empty_mentions", "bulk/set_empty_aliases"):
        while store.write(query, limit=_BATCH)[0]["changed"]:
            pass
    schema.prepare(store)
