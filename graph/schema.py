"""Constraints and indexes, and which version of them a graph has."""

from graph import queries, rebuilding
from graph.errors import SchemaError
from graph.store import Store

VERSION = 4
FOLDER = "schema"


def prepare(store: Store) -> None:
    """Make sure that the graph has all constraints and indexes of this program.

    What follows from the articles is derived anew in a graph that an older newsgraph made; what the articles
    say is kept as it is.

    Raises:
        SchemaError: the graph was made by a newer newsgraph.

    """
    found = version(store)
    if found is not None and found > VERSION:
        raise SchemaError(
            f"the graph has schema version {found}, this newsgraph knows {VERSION}; install a newer newsgraph"
        )
    if found == VERSION:
        return
    for name in queries.names(FOLDER):
        store.schema(name)
    store.schema("load/wait_for_indexes")
    if found is not None:
        rebuilding.rebuild(store)
    store.write("load/record_version", schema_version=VERSION)


def version(store: Store) -> int | None:
    """Return the version of the schema that the graph has, None where it has none."""
    rows = store.read("load/graph_version")
    return int(rows[0]["schema_version"]) if rows else None
