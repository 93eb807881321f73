"""Files into the catalogue: every row that can be used, all at once or not at all."""

import csv
import gzip
import io
import json
import sqlite3
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, cast

from graph import console
from graph.catalogue import storage
from graph.catalogue.formats import followthemoney, holders, own, wikidata
from graph.catalogue.records import Record, Refused, Term
from graph.catalogue.staging import Staging
from graph.errors import InputError

FORMATS = ("csv", "holders", "followthemoney", "wikidata")
_BATCH = 5000
_HEAD = 1 << 16  # bytes that tell the format; the first line of a dump of Wikidata is a single bracket
_KILOBYTE = 1024

RowReader = Callable[[Mapping[str, str], str], Record]
EntityReader = Callable[[Mapping[str, Any], Staging], Iterator[Record]]
_ROWS: dict[str, tuple[tuple[str, ...], RowReader]] = {
    "csv": (own.COLUMNS, own.record),
    "holders": (holders.COLUMNS, holders.record),
}
_ENTITIES: dict[str, EntityReader] = {
    "followthemoney": followthemoney.records,
    "wikidata": wikidata.records,
}


@dataclass(slots=True)
class Summary:
    """How many actors and terms were read, how many rows refused, how many terms of offices not described."""

    counts: Counter[str] = field(default_factory=Counter)

    def row(self) -> dict[str, int]:
        """Return the counts in a fixed order."""
        return {name: self.counts[name] for name in ("rows", "terms", "refused", "unresolved")}

    @property
    def exit_code(self) -> int:
        """0 all rows read, 3 some refused, 1 nothing done."""
        if not self.counts["refused"]:
            return 0 if self.counts["rows"] else 1
        return 3 if self.counts["rows"] else 1


def import_files(files: Iterable[Path], catalogue: Path, *, form: str | None = None) -> Summary:
    """Import files into a catalogue; it changes when all of them are read, and not at all if that is interrupted.

    Args:
        files: what to read, `.gz` too.
        catalogue: the file to change, new if need be.
        form: one of FORMATS; None recognises each file by its content.

    Raises:
        InputError: the catalogue cannot be written, or another import is running.
        ConfigurationError: the catalogue is of another version.

    """
    summary = Summary()
    with storage.replacing(catalogue, unless=lambda: not summary.counts["rows"]) as connection:
        for file in files:
            _import_file(file, connection, summary, form)
    if not summary.counts["rows"]:
        console.note("nothing could be imported; the catalogue is as it was")
    return summary


def _import_file(file: Path, connection: sqlite3.Connection, summary: Summary, form: str | None) -> None:
    def refuse(refused: Refused) -> None:
        summary.counts["refused"] += 1
        where = f"{file}:{refused.line}" if refused.line else f"{file}"
        console.note(f"refused: {where}: {refused.reason}")

    try:
        size = file.stat().st_size
        with (
            file.open("rb") as raw,
            console.progress(f"importing {file.name} (KB)", total=size // _KILOBYTE) as advance,
        ):
            stream = cast("BinaryIO", gzip.GzipFile(fileobj=raw)) if file.suffix == ".gz" else raw
            buffered = io.BufferedReader(cast("io.RawIOBase", stream), _HEAD)
            form = form or recognised(buffered.peek(_HEAD))
            staging = Staging(connection)
            text = io.TextIOWrapper(buffered, encoding="utf-8-sig", errors="replace", newline="")
            latest = _Latest()
            done = 0
            for batch in _batches(_items(text, form, staging, file.name)):
                records = [each for each in batch if isinstance(each, Record)]
                for each in batch:
                    if isinstance(each, Refused):
                        refuse(each)
                storage.write(connection, records)
                summary.counts["rows"] += sum(1 for each in batch if not isinstance(each, Refused))
                summary.counts["terms"] += sum(len(each.terms) for each in records)
                latest.note(term for each in records for term in each.terms)
                read = raw.tell() // _KILOBYTE
                advance(read - done)
                done = read
            terms = latest.noting(staging.terms(file.name))
            summary.counts["terms"] += storage.write_terms(connection, terms)
            summary.counts["unresolved"] += staging.unresolved()
            storage.finish(connection, latest.day)
    except InputError as error:
        refuse(Refused(0, str(error)))
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        refuse(Refused(0, f"the compressed file is damaged or cut off ({error}); fetch it anew"))
    except OSError as error:
        refuse(Refused(0, f"cannot be read ({error.strerror or error})"))


class _Latest:
    """The last day that the terms of a file speak of: up to then it knows who is still in office."""

    def __init__(self) -> None:
        self.day: str | None = None
        self._today = datetime.now(UTC).date().isoformat()

    def note(self, terms: Iterable[Term]) -> None:
        for term in terms:
            for date in (term.start, term.end):
                if date and (self.day or "") < date <= self._today:
                    self.day = date

    def noting(self, terms: Iterable[Term]) -> Iterator[Term]:
        for term in terms:
            self.note([term])
            yield term


def recognised(head: bytes) -> str:
    """Return which of FORMATS a file is, by its first bytes.

    Raises:
        InputError: it is none.

    """
    text = head.decode("utf-8-sig", errors="replace")
    for line in text.splitlines():
        start = line.strip().rstrip(",")
        if start in {"", "["}:
            continue
        if start.startswith("{"):
            # A line may be longer than what was read: what it is, its first keys tell.
            if '"schema"' in start and '"properties"' in start:
                return "followthemoney"
            if '"claims"' in start or '"labels"' in start or '"type":"item"' in start.replace(" ", ""):
                return "wikidata"
            break
        header = {each.strip() for each in next(csv.reader([line]))}
        if {"country", "position", "person"} <= header:
            return "holders"
        if "name" in header:
            return "csv"
        break
    raise InputError(
        "is none of the formats that can be imported; see docs/actors.md, or name its format with --format"
    )


def _batches(items: Iterator[Record | Refused | None]) -> Iterator[list[Record | Refused | None]]:
    batch: list[Record | Refused | None] = []
    for item in items:
        batch.append(item)
        if len(batch) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _items(
    text: io.TextIOWrapper, form: str, staging: Staging, source: str
) -> Iterator[Record | Refused | None]:
    """Yield what each row is: a record, a refusal, or None for one that was only staged or is no actor."""
    if form in _ENTITIES:
        yield from _entities(text, _ENTITIES[form], staging)
    else:
        yield from _rows(text, *_ROWS[form], source)


def _rows(
    text: io.TextIOWrapper, columns: tuple[str, ...], reader: RowReader, source: str
) -> Iterator[Record | Refused]:
    table = csv.DictReader(text)
    unknown = set(table.fieldnames or ()) - set(columns)
    if unknown or not table.fieldnames:
        raise InputError(
            f"the first line has unknown columns ({', '.join(sorted(map(str, unknown)))}); known are {', '.join(columns)}"
        )
    while True:
        try:
            row = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            yield Refused(table.line_num, f"is no row of CSV ({error}); quote it as RFC 4180 says")
            continue
        if None in row or None in row.values():
            yield Refused(
                table.line_num, f"has not {len(table.fieldnames)} fields; quote commas inside a field"
            )
            continue
        if any("\ufffd" in value for value in row.values()):
            yield Refused(table.line_num, "is not UTF-8; write the file in UTF-8")
            continue
        try:
            yield reader(row, source)
        except InputError as error:
            yield Refused(table.line_num, str(error))


def _entities(
    text: io.TextIOWrapper, reader: EntityReader, staging: Staging
) -> Iterator[Record | Refused | None]:
    for number, line in enumerate(text, 1):
        given = line.strip().rstrip(",")
        if given in {"", "[", "]"}:
            continue
        try:
            value = json.loads(given)
        except (ValueError, RecursionError) as error:
            yield Refused(number, f"is no JSON ({error}); each line must be one object")
            continue
        if not isinstance(value, dict):
            yield Refused(number, "is no JSON object; each line must be one")
            continue
        try:
            found = list(reader(value, staging))
        except InputError as error:
            yield Refused(number, str(error))
            continue
        yield found[0] if found else None
