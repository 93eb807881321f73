"""What an import has to keep until its end: in entity files an office may come before its holder or after."""

import sqlite3
from collections.abc import Iterator

from graph.catalogue.records import Term

_SCHEMA = """
CREATE TEMP TABLE IF NOT EXISTS known_as (foreign_id TEXT PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS post (
    foreign_id TEXT PRIMARY KEY, office TEXT NOT NULL, jurisdiction TEXT NOT NULL
) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS held (holder TEXT, post TEXT, start TEXT, "end" TEXT);
DELETE FROM known_as; DELETE FROM post; DELETE FROM held;
"""
_TERMS = """
SELECT coalesce(known_as.id, held.holder), post.office, post.jurisdiction, held.start, held."end"
FROM held JOIN post ON post.foreign_id = held.post LEFT JOIN known_as ON known_as.foreign_id = held.holder
WHERE EXISTS (SELECT 1 FROM main.entry WHERE entry.id = coalesce(known_as.id, held.holder))
ORDER BY held.rowid
"""


class Staging:
    """Temporary tables of one import, on disk, so that memory stays flat."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for statement in _SCHEMA.split(";"):
            connection.execute(statement)

    def known_as(self, foreign_id: str, identity: str) -> None:
        """Note under which id the catalogue has an entity of the file."""
        self._connection.execute("INSERT OR REPLACE INTO known_as VALUES (?, ?)", (foreign_id, identity))

    def post(self, foreign_id: str, office: str, of: str) -> None:
        """Note what office an entity of the file is."""
        self._connection.execute("INSERT OR REPLACE INTO post VALUES (?, ?, ?)", (foreign_id, office, of))

    def held(self, holder: str, post: str, start: str | None, end: str | None) -> None:
        """Note that somebody held an office; both are ids of the file."""
        self._connection.execute("INSERT INTO held VALUES (?, ?, ?, ?)", (holder, post, start, end))

    def terms(self, source: str) -> Iterator[Term]:
        """Yield the terms whose holder and office the file describes."""
        for holder, office, of, start, end in self._connection.execute(_TERMS):
            yield Term(holder, office, of, start, end, None, source)

    def unresolved(self) -> int:
        """Return how many terms name an office or a holder that the file does not describe."""
        (held,) = self._connection.execute("SELECT count(*) FROM held").fetchone()
        (resolved,) = self._connection.execute(f"SELECT count(*) FROM ({_TERMS})").fetchone()  # noqa: S608
        return int(held) - int(resolved)
