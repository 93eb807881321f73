"""The table that ships: who has held which office, mostly since 2015, gathered by ourselves."""

import csv
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from graph.catalogue import storage
from graph.catalogue.formats import own
from graph.catalogue.records import Record
from graph.errors import ConfigurationError, InputError

FILE = Path(__file__).with_name("data") / "office_holders.csv"
SOURCE = "newsgraph"


def records() -> Iterator[Record]:
    """Yield the rows of the table.

    Raises:
        ConfigurationError: naming file, line and remedy.

    """
    try:
        with FILE.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            if reader.fieldnames is None or [*reader.fieldnames] != [*own.COLUMNS]:
                raise ConfigurationError(f"{FILE.name}: the first line must be {','.join(own.COLUMNS)}")
            for row in reader:
                try:
                    yield own.record(row, SOURCE)
                except InputError as error:
                    raise ConfigurationError(f"{FILE.name}, line {reader.line_num}: {error}") from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ConfigurationError(f"{FILE.name}: {error}; install newsgraph anew") from error


@cache
def national_offices() -> Mapping[str, frozenset[str]]:
    """Return, by a country's ISO alpha-2 code, which offices it is known to have: no president of the Netherlands."""
    found: dict[str, set[str]] = defaultdict(set)
    for record in records():
        for term in record.terms:
            found[term.of].add(term.office)
    return {code: frozenset(names) for code, names in found.items()}


@cache
def _database() -> bytes:
    made = storage.created(None)
    storage.write(made, records())
    storage.finish(made, None)
    made.commit()
    return made.serialize()


def connection() -> sqlite3.Connection:
    """Return the table as a layer of a catalogue, in memory."""
    opened = sqlite3.connect(":memory:", check_same_thread=False)  # it is only read
    opened.deserialize(_database())
    return opened
