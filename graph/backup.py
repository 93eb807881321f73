"""A graph in one file, and back: gzip of JSON lines, a header first and a checksum last."""

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph import derivation, jsonl, schema, writing_out
from graph.errors import InputError
from graph.loading import load_extraction
from graph.model import Extraction
from graph.store import Store

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup file holds."""

    path: Path
    articles: int
    claims: int


def backup(store: Store, path: Path) -> Backup:
    """Write the whole graph to a file; it appears under its name only when it is complete.

    Raises:
        InputError: the file cannot be written.

    """
    partial = path.with_name(path.name + ".partial")
    digest = hashlib.sha256()
    articles = claims = 0
    try:
        with gzip.open(partial, "wt", encoding="utf-8", newline="\n") as file:
            header = json.dumps({"newsgraph_backup": FORMAT, "schema_version": schema.VERSION})
            file.write(header + "\n")
            for extraction in writing_out.extractions(store):
                line = jsonl.to_line(extraction)
                digest.update(line.encode("utf-8"))
                file.write(line + "\n")
                articles += 1
                claims += len(extraction.claims)
            file.write(
                json.dumps({"articles": articles, "claims": claims, "sha256": digest.hexdigest()}) + "\n"
            )
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise InputError(f"{path}: cannot be written ({error.strerror or error})") from error
    return Backup(path, articles, claims)


def check(path: Path) -> Backup:
    """Return what a backup file holds, after reading all of it.

    Raises:
        InputError: it is no backup, was cut off, or was changed.

    """
    digest = hashlib.sha256()
    articles = claims = 0
    last: dict[str, Any] = {}
    for number, line in enumerate(_lines(path)):
        if number == 0:
            _check_header(path, line)
            continue
        if last:
            digest.update(last["line"].encode("utf-8"))
            articles += 1
            claims += len(
                jsonl.from_line(last["line"], place=f"{path}, line {number}", check_text=False).claims
            )
        last = {"line": line}
    end = _object(last.get("line", ""))
    if end.get("sha256") != digest.hexdigest() or end.get("articles") != articles:
        raise InputError(
            f"{path}: the backup is incomplete or was changed (its checksum does not fit); use another"
        )
    return Backup(path, articles, claims)


def restore(store: Store, path: Path, *, replace: bool = False) -> Backup:
    """Load a backup into an empty graph, after checking the whole file.

    Args:
        store: an empty graph, unless `replace`.
        path: the file that `backup` wrote.
        replace: remove what the graph holds first.

    Raises:
        InputError: the file is no whole backup, or the graph is not empty.

    """
    found = check(path)
    present = store.read("load/article_ids")
    if present and not replace:
        raise InputError(
            f"the graph holds {len(present)} articles; restore into an empty one (another NEWSGRAPH_DATA_DIR), "
            "or say --replace to remove them first"
        )
    if present:
        while store.write("load/remove_batch")[0]["removed"]:
            pass
    schema.prepare(store)
    for extraction in _extractions(path):
        load_extraction(store, extraction, with_text=bool(extraction.article.text))
    derivation.rebuild(store)
    return found


def _extractions(path: Path) -> Iterator[Extraction]:
    lines = _lines(path)
    next(lines)
    pending: str | None = None
    for number, line in enumerate(lines, start=2):
        if pending is not None:
            yield jsonl.from_line(pending, place=f"{path}, line {number - 1}", check_text=False)
        pending = line


def _lines(path: Path) -> Iterator[str]:
    try:
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
            for line in file:
                yield line.rstrip("\n")
    except (EOFError, zlib.error, gzip.BadGzipFile, UnicodeDecodeError) as error:
        raise InputError(f"{path}: the backup is incomplete or damaged ({error}); use another") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error})") from error


def _check_header(path: Path, line: str) -> None:
    made = _object(line).get("newsgraph_backup")
    if made is None:
        raise InputError(f"{path}: is no backup made by newsgraph backup")
    if not isinstance(made, int) or made > FORMAT:
        raise InputError(f"{path}: was made by a newer newsgraph (format {made}); install that one")


def _object(line: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
