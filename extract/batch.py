"""Many articles through the extractor: what was written, skipped and rejected, and why."""

import gzip
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from extract import articles
from extract.language import foreign_language
from graph import console, jsonl
from graph.errors import ArticleError, InputError
from graph.model import Article, Extraction

if TYPE_CHECKING:  # the extractor may not be installed, which is said where it is opened
    from extract.pipeline import Extractor


class Batch:
    """One run over the given inputs; `counts` holds written, skipped and rejected articles."""

    def __init__(self, inputs: Sequence[str], *, any_language: bool) -> None:
        self._inputs = inputs
        self._any_language = any_language
        self.counts: Counter[str] = Counter()

    def extractions(self, extractor: "Extractor") -> Iterator[Extraction]:
        """Yield the extraction of each article that can be read; what cannot is said on stderr and counted."""
        with console.progress("extracting") as advance:
            for extraction in extractor.extractions(self._articles(), on_failure=self._failed):
                self.counts["written"] += 1
                advance(1)
                yield extraction

    def _failed(self, article: Article, error: Exception) -> None:
        self.counts["rejected"] += 1
        console.note(
            f"rejected: article {article.id!r}: an error that newsgraph should have foreseen"
            f" ({type(error).__name__}: {error}); please report it with the article"
        )

    def report(self) -> None:
        """Say the counts on stderr."""
        said = ", ".join(f"{self.counts[name]} {name}" for name in ("written", "skipped", "rejected"))
        console.note(f"articles: {said}")

    @property
    def exit_code(self) -> int:
        """0 every article written or skipped with a note, 3 some rejected, 1 nothing done."""
        if not self.counts["rejected"]:
            return 0 if self.counts["written"] or self.counts["skipped"] else 1
        return 3 if self.counts["written"] else 1

    def _articles(self) -> Iterator[Article]:
        seen: set[str] = set()
        for item in articles.read(self._inputs):
            if isinstance(item, ArticleError):
                self.counts["rejected"] += 1
                console.note(f"rejected: {item}")
                continue
            language = None if self._any_language else foreign_language(item.text)
            if language is not None:
                self.counts["skipped"] += 1
                console.note(
                    f"skipped: article {item.id!r} is not in English ({language}); --any-language reads it"
                )
                continue
            if item.id in seen:
                console.note(
                    f"article {item.id!r} comes again; when loaded, the later one replaces the earlier"
                )
            seen.add(item.id)
            yield item


def write_lines(extractions: Iterable[Extraction], output: Path | None) -> None:
    """Write extractions as JSON lines; a file appears under its name when it is complete.

    Raises:
        InputError: the output cannot be written.

    """
    if output is None:
        _write(extractions, sys.stdout)
        return
    partial = output.with_name(f"{output.name}.{os.getpid()}.partial")
    try:
        with _created(partial, compressed=output.suffix == ".gz") as file:
            _write(extractions, file)
        partial.replace(output)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise InputError(f"{output}: cannot be written ({error.strerror or error})") from error
    except BaseException:
        # Interrupted: what is complete is kept under its own name, so that nothing done is lost.
        if partial.exists():
            console.note(f"interrupted; what was written is in {partial}")
        raise


def _created(path: Path, *, compressed: bool) -> TextIO:
    if compressed:
        return gzip.open(path, "wt", encoding="utf-8", newline="\n")
    return path.open("w", encoding="utf-8", newline="\n")


def _write(extractions: Iterable[Extraction], file: TextIO) -> None:
    file.writelines(jsonl.to_line(extraction) + "\n" for extraction in extractions)
