"""Actors, connections and claims as CSV: three files in a folder, in UTF-8, with a header."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from graph import selection
from graph.selection import Selection
from graph.store import Store

ACTORS = ("id", "kind", "name", "aliases", "wikidata", "country", "sector", "article_count")
CONNECTIONS = (
    "source", "relation", "target", "symmetric", "claim_count", "article_count", "publisher_count", "own_voice_count",
    "coded_count", "first_date", "last_date", "confidence",
)  # fmt: skip
CLAIMS = (
    "id", "source", "source_name", "relation", "mode", "target", "target_name", "status", "condition", "date", "place", "role",
    "said_by", "quote", "evidence", "plover", "cameo", "confidence", "rule", "article", "title", "publisher", "published", "url",
)  # fmt: skip


def write(store: Store, choice: Selection, folder: Path) -> dict[str, int]:
    """Write the files and return how many rows each has.

    Args:
        store: the graph.
        choice: which claims count; actors are written whom these name.
        folder: made if it is not there.

    """
    folder.mkdir(parents=True, exist_ok=True)
    named: set[str] = set()
    counts = {
        "claims": _write(folder / "claims.csv", CLAIMS, _noting(selection.claims(store, choice), named)),
        "connections": _write(folder / "connections.csv", CONNECTIONS, selection.connections(store, choice)),
    }
    actors = (actor for actor in selection.actors(store) if actor["id"] in named)
    return {**counts, "actors": _write(folder / "actors.csv", ACTORS, actors)}


def _noting(rows: Iterable[Mapping[str, Any]], named: set[str]) -> Iterable[Mapping[str, Any]]:
    for row in rows:
        named.update(each for each in (row["source"], row["target"], row["place"]) if each is not None)
        named.update(row["said_by_ids"])
        yield row


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[Mapping[str, Any]]) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow([_cell(row[name]) for name in columns])
            count += 1
    return count


def _cell(value: object) -> object:
    """Return a value as a cell: lists as texts with a bar between, whose own bars are doubled."""
    if isinstance(value, list):
        return "|".join(str(each).replace("|", "||") for each in value)
    return "" if value is None else value
