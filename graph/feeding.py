"""Many extractions into the graph: from files, with a count of what became of each."""

import gzip
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from graph import console, jsonl
from graph.bulk import loading
from graph.bulk.parts import Assembly
from graph.bulk.staging import Stage
from graph.errors import AppError, ArticleError, InputError
from graph.loading import load_extraction
from graph.model import Extraction, Part
from graph.outcomes import Outcome
from graph.store import Store

Item = Extraction | Part | AppError


class Staged(NamedTuple):
    """An article that came in parts, and the hash by which the whole is known again."""

    stage: Stage
    whole: str


@dataclass(slots=True)
class Summary:
    """How many articles were new, replaced, unchanged or rejected, and what they brought."""

    counts: Counter[str] = field(default_factory=Counter)

    def row(self) -> dict[str, int]:
        """Return the counts in a fixed order."""
        names = ("new", "replaced", "unchanged", "rejected", "claims", "quotations")
        return {name: self.counts[name] for name in names}

    @property
    def exit_code(self) -> int:
        """0 all loaded, 3 some rejected, 1 nothing done."""
        if not self.counts["rejected"]:
            return 0 if self.done else 1
        return 3 if self.done else 1

    @property
    def done(self) -> int:
        """How many articles are now in the graph as their lines have them."""
        return self.counts["new"] + self.counts["replaced"] + self.counts["unchanged"]


def feed(store: Store, items: Iterable[Item], *, with_text: bool = True, total: int | None = None) -> Summary:
    """Load extractions one by one; an error among them is said and counted, and the rest goes on."""
    summary = Summary()
    with console.progress("loading", total=total) as advance:
        for item in whole(items, with_text=with_text):
            try:
                outcome = _loaded(store, item, with_text=with_text)
            except AppError:
                console.note(
                    f"loading stopped; {summary.done} articles before it are in the graph whole, and loading"
                    " the same again goes on from there"
                )
                raise
            if isinstance(outcome, AppError):
                console.note(str(outcome))
                summary.counts["rejected"] += 1
            else:
                summary.counts[outcome.state] += 1
                summary.counts["claims"] += outcome.claims
                summary.counts["quotations"] += outcome.quotations
            advance(1)
    if not summary.counts:
        console.note("nothing to load: the input holds no line")
    return summary


def whole(items: Iterable[Item], *, with_text: bool = True) -> Iterator[Extraction | Staged | AppError]:
    """Yield the items, those that are parts of one article put together; each is to be used before the next."""
    assembly = Assembly(with_text=with_text)
    for item in items:
        try:
            if not isinstance(item, Part):
                assembly.end()
            else:
                stage = assembly.take(item)
                if stage is not None:
                    with stage:
                        yield Staged(stage, item.whole)
        except ArticleError as error:
            yield error
        if not isinstance(item, Part):
            yield item
    try:
        assembly.end()
    except ArticleError as error:
        yield error


def _loaded(store: Store, item: Extraction | Staged | AppError, *, with_text: bool) -> Outcome | AppError:
    if isinstance(item, AppError):
        return item
    if isinstance(item, Staged):
        return loading.load(store, item.stage, line_sha256=item.whole)
    try:
        return load_extraction(store, item, with_text=with_text)
    except ArticleError as error:
        return error


def read_files(files: Iterable[str]) -> Iterator[Item]:
    """Yield the extractions of these files, `-` being standard input, and an error for each line that is none."""
    for name in files:
        try:
            if name == "-":
                yield from jsonl.read(sys.stdin.buffer, name="standard input")
            else:
                yield from _read_file(Path(name))
        except OSError as error:
            yield InputError(f"{name}: cannot be read ({error.strerror or error})")
        except (EOFError, zlib.error) as error:
            yield InputError(f"{name}: the compressed file is damaged or cut off ({error})")


def _read_file(path: Path) -> Iterator[Item]:
    with path.open("rb") as file:
        stream = cast("BinaryIO", gzip.GzipFile(fileobj=file)) if path.suffix == ".gz" else file
        yield from jsonl.read(stream, name=str(path))
