"""What articles bring, on disk: ordered by ties, so that a graph of any size is written with little memory.

One SQLite file in the folder for temporary files, gone when it is closed. Claims that come again are one.
"""

import hashlib
import json
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple, Self

_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA temp_store = FILE;
PRAGMA cache_size = -65536;
CREATE TABLE article (number INTEGER PRIMARY KEY, id TEXT UNIQUE, properties TEXT);
CREATE TABLE actor (
    article INTEGER, identity TEXT, part TEXT, properties TEXT, PRIMARY KEY (article, identity)
) WITHOUT ROWID;
CREATE TABLE claim (
    number INTEGER PRIMARY KEY, id TEXT UNIQUE, article INTEGER, source TEXT, target TEXT,
    low TEXT, high TEXT, relation TEXT, properties TEXT, ends TEXT
);
CREATE TABLE link (kind TEXT, article INTEGER, properties TEXT);
"""
_NO_ENDS: dict[str, Any] = {"place": None, "said_by": []}
_CLAIM = "INSERT OR IGNORE INTO claim VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class StagedClaim(NamedTuple):
    """A claim as it is staged: between which extracted ids, and its properties without what depends on who they are."""

    id: str
    source: str
    target: str | None
    relation: str
    properties: Mapping[str, Any]
    place: str | None = None
    said_by: tuple[tuple[str, str | None], ...] = ()  # actor and cue


@dataclass(frozen=True, slots=True)
class Row:
    """A claim read from the stage, with the number of its article."""

    article: int
    source: str
    target: str | None
    relation: str
    properties: dict[str, Any]
    place: str | None
    said_by: list[tuple[str, str | None]]

    @property
    def tie(self) -> tuple[str, str | None, str]:
        """What claims have in common that belong together: the two extracted ids in order, and the relation."""
        if self.target is None:
            return self.source, None, self.relation
        low, high = sorted((self.source, self.target))
        return low, high, self.relation


class Stage:
    """A file of staged articles."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="newsgraph-", ignore_cleanup_errors=True)
        self._connection = sqlite3.connect(
            Path(self._folder.name) / "stage.sqlite", isolation_level=None, check_same_thread=False
        )
        self._connection.executescript(_SCHEMA)
        self._connection.execute("BEGIN")
        self._articles = 0
        self._position = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Delete the file."""
        self._connection.close()
        self._folder.cleanup()

    def article(self, identity: str) -> int:
        """Begin an article, in place of an earlier one of its id, and return its number."""
        known = self._connection.execute("SELECT number FROM article WHERE id = ?", (identity,)).fetchone()
        if known is not None:
            for table in ("claim", "actor", "link"):
                self._connection.execute(f"DELETE FROM {table} WHERE article = ?", known)  # noqa: S608
            self._connection.execute("DELETE FROM article WHERE number = ?", known)
        self._connection.execute("INSERT INTO article VALUES (?, ?, NULL)", (self._articles, identity))
        self._articles += 1
        self._position = 0
        return self._articles - 1

    def describe(self, article: int, properties: Mapping[str, Any]) -> None:
        """Set the properties of an article."""
        self._connection.execute(
            "UPDATE article SET properties = ? WHERE number = ?", (_json(properties), article)
        )

    def actors(self, article: int, rows: Iterable[Mapping[str, Any]]) -> None:
        """Add what an article contributes to its actors, as `loading_rows.mentions` has it."""
        self._connection.executemany(
            "INSERT INTO actor VALUES (?, ?, ?, ?)",
            ((article, row["actor_id"], row["part"], _json(row)) for row in rows),
        )

    def set_part(self, article: int, identity: str, part: str) -> None:
        """Set by what an actor of an article may be told apart from others of its name."""
        (properties,) = self._connection.execute(
            "SELECT properties FROM actor WHERE article = ? AND identity = ?", (article, identity)
        ).fetchone()
        self._connection.execute(
            "UPDATE actor SET part = ?, properties = ? WHERE article = ? AND identity = ?",
            (part, _json({**json.loads(properties), "part": part}), article, identity),
        )

    def claim(self, article: int, claim: StagedClaim) -> bool:
        """Add a claim and return whether it is new."""
        source, target = claim.source, claim.target
        low, high = (None, None) if target is None or source == target else sorted((source, target))
        properties = _json({**claim.properties, "position": self._position})
        ends = (
            _json({"place": claim.place, "said_by": claim.said_by}) if claim.place or claim.said_by else None
        )
        done = self._connection.execute(
            _CLAIM, (claim.id, article, source, target, low, high, claim.relation, properties, ends)
        )
        self._position += done.rowcount
        return bool(done.rowcount)

    def link(self, kind: str, article: int, properties: Mapping[str, Any]) -> None:
        """Add what connects: a quotation, who said it, who reports a claim, what it denies, where it happened."""
        self._connection.execute("INSERT INTO link VALUES (?, ?, ?)", (kind, article, _json(properties)))

    def complete(self) -> None:
        """Order what was staged; nothing is added any more."""
        self._connection.execute("CREATE INDEX actor_identity ON actor (identity, article)")
        self._connection.execute("CREATE INDEX claim_tie ON claim (low, high, relation, number)")
        self._connection.execute("COMMIT")

    def count(self, table: str) -> int:
        """Return how many articles, actors or claims there are."""
        (found,) = self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
        return int(found)

    def fingerprint(self) -> str:
        """Return a hash of who is mentioned and of all claims, in the order in which they are read."""
        found = hashlib.sha256()
        for query in (
            "SELECT article, identity, properties FROM actor ORDER BY article, identity",
            "SELECT id, source, target, properties, ends FROM claim ORDER BY low, high, relation, number",
            "SELECT kind, article, properties FROM link ORDER BY rowid",
        ):
            for row in self._rows(query):
                found.update(repr(row).encode("utf-8", "surrogatepass"))
        return found.hexdigest()

    def articles(self) -> Iterator[tuple[int, str, dict[str, Any]]]:
        """Yield number, id and properties of each article."""
        for number, identity, properties in self._rows("SELECT * FROM article ORDER BY number"):
            yield number, identity, json.loads(properties)

    def mentions(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield article and properties of each mention, by actor within its article."""
        query = "SELECT article, properties FROM actor ORDER BY article, identity"
        for article, properties in self._rows(query):
            yield article, json.loads(properties)

    def mentions_by_identity(self) -> Iterator[dict[str, Any]]:
        """Yield the properties of all mentions, id by id."""
        for (properties,) in self._rows("SELECT properties FROM actor ORDER BY identity, article"):
            yield json.loads(properties)

    def occurrences(self, identity: str) -> Iterator[tuple[int, str]]:
        """Yield article and part of each mention of an extracted id."""
        yield from self._rows("SELECT article, part FROM actor WHERE identity = ?", (identity,))

    def parts_of(self, article: int) -> dict[str, str]:
        """Return the part of each extracted id of an article that has one."""
        return dict(
            self._rows("SELECT identity, part FROM actor WHERE article = ? AND part <> ''", (article,))
        )

    def claims(self) -> Iterator[Row]:
        """Yield the claims by tie: those without two actors first, then pair by pair and relation by relation."""
        query = (
            "SELECT article, source, target, relation, properties, ends FROM claim"
            " ORDER BY low, high, relation, number"
        )
        for article, source, target, relation, properties, ends in self._rows(query):
            more = json.loads(ends) if ends else _NO_ENDS
            said_by = [(actor, cue) for actor, cue in more["said_by"]]
            yield Row(article, source, target, relation, json.loads(properties), more["place"], said_by)

    def links(self, kind: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield article and properties of the connections of a kind."""
        for article, properties in self._rows(
            "SELECT article, properties FROM link WHERE kind = ? ORDER BY rowid", (kind,)
        ):
            yield article, json.loads(properties)

    @contextmanager
    def sorter(self) -> Iterator["Sorter"]:
        """Yield what puts values together by pair and relation, on disk."""
        connection = sqlite3.connect(Path(self._folder.name) / "sorter.sqlite", isolation_level=None)
        try:
            yield Sorter(connection)
        finally:
            connection.close()

    def _rows(self, query: str, parameters: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        # A cursor of its own: several are read side by side.
        yield from self._connection.cursor().execute(query, parameters)


class Sorter:
    """Values by pair and relation; the order within is that of adding."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; DROP TABLE IF EXISTS sorted;"
            "CREATE TABLE sorted (pair TEXT, relation TEXT, value TEXT); BEGIN;"
        )

    def add(self, pair: str, relation: str, value: Sequence[Any]) -> None:
        """Add a value."""
        line = json.dumps(value, ensure_ascii=False)
        self._connection.execute("INSERT INTO sorted VALUES (?, ?, ?)", (pair, relation, line))

    def groups(self) -> Iterator[tuple[str, str, Iterator[list[Any]]]]:
        """Yield pair, relation and values of each group."""
        rows = self._connection.execute("SELECT * FROM sorted ORDER BY pair, relation, rowid")
        for (pair, relation), found in groupby(rows, key=itemgetter(0, 1)):
            yield pair, relation, (json.loads(value) for _, _, value in found)


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
