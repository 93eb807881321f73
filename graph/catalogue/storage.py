"""The catalogue's file: one SQLite database, written to a copy that then takes its place."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from graph.catalogue.folding import folded
from graph.catalogue.records import Entry, Record, Term
from graph.errors import ConfigurationError, InputError

VERSION = 1
NAME, SURNAME = 0, 1
_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entry (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, wikidata TEXT, country TEXT, sector TEXT,
    gender TEXT, description TEXT
) WITHOUT ROWID;
CREATE TABLE name (
    folded TEXT, part INTEGER, entry TEXT, form TEXT NOT NULL, PRIMARY KEY (folded, part, entry)
) WITHOUT ROWID;
CREATE INDEX name_entry ON name (entry);
CREATE TABLE term (
    holder TEXT, office TEXT, jurisdiction TEXT, start TEXT, "end" TEXT, known_until TEXT, source TEXT,
    PRIMARY KEY (office, jurisdiction, holder, start)
) WITHOUT ROWID;
CREATE INDEX term_holder ON term (holder);
"""
_ENTRY = """
INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name, wikidata = coalesce(excluded.wikidata, wikidata),
    country = coalesce(excluded.country, country), sector = coalesce(excluded.sector, sector),
    gender = coalesce(excluded.gender, gender), description = coalesce(excluded.description, description)
"""
_NAME = "INSERT OR IGNORE INTO name VALUES (?, ?, ?, ?)"
# Stands for the last day that an import knows of, filled in when all is read; sorts after every date.
_LAST_DAY = "~"
_TERM = """
INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (office, jurisdiction, holder, start) DO UPDATE SET
    "end" = coalesce(excluded."end", "end"), known_until = max(known_until, excluded.known_until),
    source = excluded.source
"""


def created(path: Path | None) -> sqlite3.Connection:
    """Return a new, empty catalogue in a file, or in memory."""
    connection = sqlite3.connect(":memory:" if path is None else path)
    connection.executescript(_SCHEMA)
    connection.execute("INSERT INTO meta VALUES ('version', ?)", (str(VERSION),))
    return connection


def opened(path: Path) -> sqlite3.Connection:
    """Return a catalogue to read from.

    Raises:
        ConfigurationError: the file is no catalogue, or one of another version.

    """
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        found = connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
    except sqlite3.Error as error:
        raise ConfigurationError(
            f"{path}: is no actor catalogue ({error}); newsgraph actors import makes one"
        ) from error
    if found is None or found[0] != str(VERSION):
        made = found[0] if found else "unknown"
        connection.close()
        raise ConfigurationError(
            f"{path}: a catalogue of version {made}, this newsgraph reads {VERSION}; import its sources anew"
        )
    return connection


def write(connection: sqlite3.Connection, records: Iterable[Record]) -> None:
    """Write records; what was known before of the same actors and terms stays where a record says nothing."""
    cursor = connection.cursor()
    for record in records:
        entry = record.entry
        cursor.execute(
            _ENTRY,
            (
                entry.id, entry.kind, entry.name, entry.wikidata, entry.country, entry.sector, entry.gender,
                entry.description,
            ),
        )  # fmt: skip
        cursor.executemany(_NAME, _names(entry))
        cursor.executemany(_TERM, map(_row, record.terms))


def write_terms(connection: sqlite3.Connection, terms: Iterable[Term]) -> int:
    """Write terms of actors that the catalogue has already, and return how many."""
    count = 0
    cursor = connection.cursor()
    for term in terms:
        cursor.execute(_TERM, _row(term))
        count += 1
    return count


def _row(term: Term) -> tuple[str | None, ...]:
    known_until = _LAST_DAY if term.known_until is None else term.known_until
    return (term.holder, term.office, term.of, term.start or "", term.end, known_until, term.source)


def finish(connection: sqlite3.Connection, known_until: str | None) -> None:
    """Note up to which day an import knows, for the terms whose end it leaves open."""
    connection.execute(
        "UPDATE term SET known_until = ? WHERE known_until = ?", (known_until or "", _LAST_DAY)
    )


def _names(entry: Entry) -> Iterator[tuple[str, int, str, str]]:
    for form in (entry.name, *entry.aliases):
        if key := folded(form):
            yield key, NAME, entry.id, form
    for form in entry.surnames:
        if key := folded(form):
            yield key, SURNAME, entry.id, form


@contextmanager
def replacing(path: Path, *, unless: Callable[[], bool]) -> Iterator[sqlite3.Connection]:
    """Yield a copy of a catalogue to write to; it takes the file's place when all went well, else nothing changes.

    Args:
        path: the file, new if need be.
        unless: asked at the end whether to leave the file as it was after all.

    Raises:
        InputError: another import is running, or the folder cannot be written to.

    """
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
    with closing(_locked(path)):
        for left in path.parent.glob(f"{path.name}.*.partial"):
            left.unlink(missing_ok=True)  # of an import that was killed
        try:
            if path.exists():
                opened(path).close()
                shutil.copyfile(path, partial)
                connection = sqlite3.connect(partial)
            else:
                connection = created(partial)
            with closing(connection):
                # The copy is thrown away when anything fails, so nothing needs to be recoverable meanwhile.
                connection.executescript(
                    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; BEGIN"
                )
                yield connection
                connection.commit()
            if unless():
                return
            with partial.open("rb+") as file:
                os.fsync(file.fileno())
            partial.replace(path)
        except sqlite3.OperationalError as error:
            raise InputError(f"{path}: cannot be written ({error})") from error
        finally:
            partial.unlink(missing_ok=True)


def _locked(path: Path) -> sqlite3.Connection:
    """Return a connection that keeps other imports out; the system ends it with the process, however that dies."""
    connection = sqlite3.connect(path.with_name(f"{path.name}.lock"), timeout=0, isolation_level=None)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        connection.close()
        raise InputError(f"{path}: another import is running ({error}); try again when it is done") from error
    return connection
