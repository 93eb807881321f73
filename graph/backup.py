"""A graph in one file, and back.

The file is gzip of JSON lines: a header with the format's version and the number of judgements; these, one a
line (`graph.ledger_lines`); one line an article, an extraction line (`graph.jsonl`) with one key more,
`loaded`, or several of a large article; and last the counts and the SHA-256 of all lines before. What is derived is not in it: it follows again.
"""

import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from graph import jsonl, ledger_lines, schema, writing_out
from graph.bulk import loading
from graph.bulk.parts import Assembly
from graph.errors import InputError
from graph.loading import Loaded, load_extraction
from graph.store import Store
from graph.writing_out import Stored

FORMAT = 4  # 1 had no judgements, 2 none on claims and publishers, 3 no articles in parts

Advance = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup file holds."""

    path: Path
    articles: int
    claims: int
    judgements: int = 0


def _nowhere(_: int) -> None:
    """Show no progress."""


def backup(store: Store, path: Path, *, advance: Advance = _nowhere) -> Backup:
    """Write the whole graph to a file; it appears under its name only when it is complete.

    Raises:
        InputError: the file cannot be written.

    """
    partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
    try:
        made = _write(store, partial, path, advance)
        partial.replace(path)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror or error})") from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    return made


def check(path: Path) -> Backup:
    """Return what a backup file holds, after reading all of it.

    Raises:
        InputError: it is no backup, was cut off, or was changed.

    """
    digest = hashlib.sha256()
    articles = claims = 0
    lines = _lines(path)
    header = next(lines, "")
    judgements = _check_header(path, header)
    digest.update(f"{header}\n".encode())
    for number, line in enumerate(islice(lines, judgements), start=2):
        digest.update(f"{line}\n".encode())
        ledger_lines.from_line(line, place=f"{path}, line {number}")
    last = next(lines, "")
    for number, line in enumerate(lines, start=judgements + 2):
        digest.update(f"{last}\n".encode())
        found = _read(last, path, number)
        articles += found.part is None or found.part.number == 1
        claims += len(found.extraction.claims)
        last = line
    end = _object(last)
    if (end.get("sha256"), end.get("articles")) != (digest.hexdigest(), articles):
        raise InputError(
            f"{path}: the backup is incomplete or was changed (its checksum does not fit); use another"
        )
    return Backup(path, articles, claims, judgements)


def restore(store: Store, path: Path, *, replace: bool = False, advance: Advance = _nowhere) -> Backup:
    """Load a backup into an empty graph, after checking the whole file.

    One that was interrupted is begun anew with `replace`.

    Args:
        store: an empty graph, unless `replace`.
        path: the file that `backup` wrote.
        replace: remove what the graph holds first.
        advance: called after each article.

    Raises:
        InputError: the file is no whole backup, or the graph is not empty.

    """
    found = check(path)
    present = store.read("load/article_count")[0]["article_count"]
    if present and not replace:
        raise InputError(
            f"the graph holds {present} articles; restore into an empty one (another NEWSGRAPH_DATA_DIR), "
            "or say --replace to remove them first"
        )
    schema.prepare(store)
    if replace:
        for batch in ("load/remove_edges_batch", "load/remove_batch"):
            while store.write(batch)[0]["removed"]:
                pass
    for line in islice(_lines(path), 1, 1 + found.judgements):
        ledger_lines.record(store, ledger_lines.from_line(line, place=str(path)))
    assembly = Assembly()
    for each in _stored(path, found):
        if each.part is None:
            load_extraction(store, each.extraction, with_text=each.with_text, loaded=each.loaded)
        else:
            how = each.loaded
            stage = assembly.take(each.part, with_text=each.with_text, signature=how.signature)
            if stage is None:
                continue
            with stage:
                loading.load(store, stage, line_sha256=how.line_sha256, loaded_at=how.at)
        advance(1)
    return found


def _write(store: Store, partial: Path, path: Path, advance: Advance) -> Backup:
    digest = hashlib.sha256()
    articles = claims = 0
    with gzip.open(partial, "wt", encoding="utf-8", newline="\n") as file:

        def write(line: str) -> None:
            digest.update(f"{line}\n".encode())
            file.write(f"{line}\n")

        judgements = list(ledger_lines.all_kept(store))
        header = {"newsgraph_backup": FORMAT, "schema_version": schema.VERSION, "judgements": len(judgements)}
        write(json.dumps(header))
        for judgement in judgements:
            write(ledger_lines.to_line(judgement))
        for each in writing_out.stored(store):
            # Without the text nobody can tell any more of what it is a copy.
            signed = {} if each.with_text else {"signature": each.loaded.signature}
            at = {"at": each.loaded.at, "line_sha256": each.loaded.line_sha256, "with_text": each.with_text}
            loaded = json.dumps({**at, **signed})
            write(f'{each.line[:-1]},"loaded":{loaded}}}')
            articles += each.part is None or each.part.number == 1
            claims += len(each.extraction.claims)
            advance(1)
        write(json.dumps({"articles": articles, "claims": claims, "sha256": digest.hexdigest()}))
    return Backup(path, articles, claims, len(judgements))


def _stored(path: Path, made: Backup) -> Iterator[Stored]:
    lines = enumerate(islice(_lines(path), made.judgements + 1, None), start=made.judgements + 2)
    before = next(lines)
    # The last line has the counts.
    for following in lines:
        yield _read(before[1], path, before[0])
        before = following


def _read(line: str, path: Path, number: int) -> Stored:
    place = f"{path}, line {number}"
    loaded = _object(line).get("loaded")
    if not isinstance(loaded, dict) or loaded.keys() - {"signature"} != {"at", "line_sha256", "with_text"}:
        raise InputError(f"{place}: the backup was changed or is cut off; use another")
    extraction = jsonl.from_line(line, place=place, check_text=loaded["with_text"])
    how = Loaded(loaded["at"], loaded["line_sha256"], loaded.get("signature"))
    part = jsonl.part_of(line, extraction, place=place)
    return Stored(extraction, how, with_text=loaded["with_text"], part=part)


def _lines(path: Path) -> Iterator[str]:
    try:
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
            for line in file:
                yield line.removesuffix("\n")
    except (EOFError, zlib.error, gzip.BadGzipFile, UnicodeDecodeError) as error:
        raise InputError(f"{path}: the backup is incomplete or damaged ({error}); use another") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error})") from error


def _check_header(path: Path, line: str) -> int:
    """Return how many judgements follow."""
    header = _object(line)
    made = header.get("newsgraph_backup")
    if made is None:
        raise InputError(f"{path}: is no backup made by newsgraph backup")
    if not isinstance(made, int) or made > FORMAT:
        raise InputError(f"{path}: was made by a newer newsgraph (format {made}); install that one")
    judgements = header.get("judgements", 0)
    if not isinstance(judgements, int) or judgements < 0:
        raise InputError(f"{path}: the backup was changed; use another")
    return judgements


def _object(line: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
