"""Files of coded event data into the graph, with a count of what became of files and rows."""

from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from graph import console
from graph.bulk import loading
from graph.bulk.staging import Stage
from graph.catalogue.lookup import Catalogue
from graph.coded import reading
from graph.coded.reading import Format
from graph.errors import ArticleError, InputError
from graph.outcomes import Outcome
from graph.store import Store


@dataclass(slots=True)
class Summary:
    """How many files were new, replaced, unchanged or rejected, and what became of their rows."""

    counts: Counter[str] = field(default_factory=Counter)

    def row(self) -> dict[str, int]:
        """Return the counts in a fixed order."""
        names = (
            "new",
            "replaced",
            "unchanged",
            "rejected",
            "claims",
            "bad_rows",
            "double_rows",
            "rows_without_source",
        )
        return {name: self.counts[name] for name in names}

    @property
    def exit_code(self) -> int:
        """0 all loaded, 3 some files or rows rejected, 1 nothing done."""
        done = self.counts["new"] + self.counts["replaced"] + self.counts["unchanged"]
        if self.counts["rejected"] or self.counts["bad_rows"]:
            return 3 if done else 1
        return 0 if done else 1


def feed(store: Store, files: Iterable[Path], form: Format, catalogue: Path | None) -> Summary:
    """Load files, each as one article; one that cannot be used is said and counted, and the rest goes on.

    Args:
        store: the graph.
        files: tab-separated, also .gz or .zip.
        form: what their rows are.
        catalogue: the file of the actor catalogue that is laid over what ships, if it is there.

    """
    summary = Summary()
    with closing(Catalogue.open(catalogue)) as known:
        for file in files:
            try:
                outcome = _loaded(store, file, form, known, summary)
            except (InputError, ArticleError) as error:
                console.note(str(error))
                summary.counts["rejected"] += 1
            else:
                summary.counts[outcome.state] += 1
                summary.counts["claims"] += outcome.claims
    return summary


def _loaded(store: Store, file: Path, form: Format, catalogue: Catalogue, summary: Summary) -> Outcome:
    line_sha256 = reading.line_sha256(file, form)
    article = reading.article_id(file, form)
    known = store.read("load/line_hash", article=article)
    if known and known[0]["line_sha256"] == line_sha256:
        return Outcome(article, "unchanged", 0, known[0]["claim_count"], 0)
    with Stage() as stage:
        counts = reading.stage_file(stage, file, form, catalogue)
        summary.counts["bad_rows"] += counts["bad"]
        summary.counts["double_rows"] += counts["double"]
        summary.counts["rows_without_source"] += counts["doerless"]
        stage.complete()
        total = stage.count("actor") + stage.count("claim")
        with console.progress(f"loading {file.name}", total=total) as advance:
            return loading.load(store, stage, line_sha256=line_sha256, advance=advance)
