"""Constraints and indexes, and which version of them a graph has.

Each version but the first is a migration: a number, and what it brought. All have one way up, for what is derived
is derived anew from what articles say: the constraints and indexes that are missing are made, and the rest follows.
The graph records which version it has, and when it came to each.
"""

from datetime import UTC, datetime

from graph import queries, rebuilding
from graph.errors import SchemaError
from graph.store import Store

MIGRATIONS = {
    1: "articles, claims, actors and edges",
    2: "tallies, from which actors follow",
    3: "claims are listed by day",
    4: "the ledger of who is who",
    5: "events, judgements on claims and publishers",
}
VERSION = max(MIGRATIONS)
FOLDER = "schema"


def prepare(store: Store) -> None:
    """Make sure that the graph has all constraints and indexes of this program.

    What follows from the articles is derived anew in a graph that an older newsgraph made; what the articles
    say is kept as it is. One that is interrupted is done again from its beginning.

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
    at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    made = [f"{number} at {at}: {what}" for number, what in MIGRATIONS.items() if number > (found or 0)]
    store.write("load/record_version", schema_version=VERSION, migrations=made)


def version(store: Store) -> int | None:
    """Return the version of the schema that the graph has, None where it has none."""
    rows = store.read("load/graph_version")
    return int(rows[0]["schema_version"]) if rows else None


def migrations(store: Store) -> list[str]:
    """Return which versions the graph came to, when, and what each brought, as far as it was recorded."""
    rows = store.read("load/graph_version")
    return list(rows[0]["migrations"]) if rows else []
