"""Files of either kind, extraction lines or coded event data, into the empty local graph at once."""

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from graph import console, feeding
from graph.bulk import importing
from graph.bulk.parts import Parts
from graph.bulk.staging import Stage
from graph.bulk.staging_lines import stage_extraction
from graph.catalogue.lookup import Catalogue
from graph.coded import reading
from graph.coded.reading import Format
from graph.errors import AppError, ArticleError, InputError, StoreError
from graph.exports import admin
from graph.jsonl import to_line
from graph.loading import require_sound
from graph.model import Part
from graph.settings import Settings
from graph.store import open_store


@dataclass(slots=True)
class Summary:
    """How many articles, actors and claims were imported, and what was left out."""

    counts: Counter[str] = field(default_factory=Counter)

    def row(self) -> dict[str, int]:
        """Return the counts in a fixed order."""
        names = ("articles", "actors", "claims", "rejected", "bad_rows", "double_rows", "rows_without_source")
        return {name: self.counts[name] for name in names}

    @property
    def exit_code(self) -> int:
        """0 all imported, 3 some rejected, 1 nothing done."""
        bad = self.counts["rejected"] + self.counts["bad_rows"]
        return (3 if bad else 0) if self.counts["articles"] else 1


def import_files(
    settings: Settings,
    files: Sequence[str],
    *,
    form: Format | None,
    catalogue: Path | None,
    with_text: bool = True,
) -> Summary:
    """Import files into the empty local graph; what cannot be used is said and counted, and the rest goes on.

    Args:
        settings: which local graph.
        files: extraction lines, or tab-separated files of `form`, or one folder that an export for neo4j-admin wrote.
        form: what coded rows are; None for extraction lines.
        catalogue: the file of the actor catalogue that is laid over what ships, if it is there.
        with_text: whether articles' texts are kept.

    Raises:
        InputError: the graph is not empty.
        LocalServerError: it is not the local one, or cannot be filled.

    """
    importing.require_empty(settings, announce=console.note)
    summary = Summary()
    folders = [Path(file) for file in files if (Path(file) / admin.ARGUMENTS).is_file()]
    if folders:
        return _import_folder(settings, folders, summary)
    with Stage() as stage:
        if form is None:
            _stage_lines(stage, files, summary, with_text=with_text)
        else:
            _stage_coded(stage, map(Path, files), form, catalogue, summary)
        stage.complete()
        if not stage.count("article"):
            console.note("nothing to import: the input holds no article")
            return summary
        with console.progress("writing", total=stage.count("claim")) as advance:
            done = importing.import_stage(settings, stage, announce=console.note, advance=advance)
    summary.counts.update(articles=done.articles, actors=done.actors, claims=done.claims)
    return summary


def _import_folder(settings: Settings, folders: Sequence[Path], summary: Summary) -> Summary:
    if len(folders) > 1:
        raise InputError(f"{folders[1]}: only one whole graph can be imported")
    importing.import_files(settings, admin.arguments(folders[0]), announce=console.note)
    with open_store(settings, announce=console.note) as store:
        summary.counts.update(store.read("bulk/counts")[0])
    return summary


def _stage_lines(stage: Stage, files: Iterable[str], summary: Summary, *, with_text: bool) -> None:
    parts: Parts | None = None
    with console.progress("reading") as advance:
        for item in feeding.read_files(files):
            try:
                if isinstance(item, AppError):
                    raise item
                if isinstance(item, Part):
                    parts = Parts(stage, item, with_text=with_text) if item.number == 1 else parts
                    parts = _staged_part(parts, item)
                else:
                    require_sound(item, to_line(item), with_text=with_text)
                    stage_extraction(stage, item, with_text=with_text)
            except InputError as error:
                console.note(str(error))
                summary.counts["rejected"] += 1
            advance(1)


def _staged_part(parts: Parts | None, part: Part) -> Parts:
    """Stage a part; one that is missing stops the import, for what it would leave out is not known."""
    if parts is None:
        raise StoreError(f"article {part.extraction.article.id[:200]!r} begins with part {part.number}")
    try:
        parts.add(part)
    except ArticleError as error:
        raise StoreError(str(error)) from error
    return parts


def _stage_coded(
    stage: Stage, files: Iterable[Path], form: Format, catalogue: Path | None, summary: Summary
) -> None:
    with closing(Catalogue.open(catalogue)) as known:
        for file in files:
            try:
                whole = reading.line_sha256(file, form)
                counts = reading.stage_file(stage, file, form, known, whole=whole)
            except InputError as error:
                console.note(str(error))
                summary.counts["rejected"] += 1
                continue
            summary.counts["bad_rows"] += counts["bad"]
            summary.counts["double_rows"] += counts["double"]
            summary.counts["rows_without_source"] += counts["doerless"]
