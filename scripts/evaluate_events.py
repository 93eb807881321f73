"""Measure on articles of several outlets, whose happenings others annotated, what becomes one event.

Call: python scripts/evaluate_events.py [--write]

Claims are taken whose trigger is an annotated event word of the same line of the text. Two of them, of different
articles, should be of one event where their words are of one instance. The day on which an article appeared is
read from its first lines, where it stands there.
"""

import gzip
import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate, combinations
from pathlib import Path
from typing import Any, NamedTuple

from graph import jsonl, schema
from graph.errors import AppError
from graph.loading import load_extraction
from graph.local.server import LocalServer
from graph.model import Claim, Extraction, Part
from graph.settings import Settings
from graph.store import Store, open_store

HERE = Path(__file__).parents[1]
DATA = HERE.parent / "shared" / "eval" / "dev"
PAGE = HERE / "docs" / "evaluation.md"
HEADING = "\n## Events\n"
SETS = {"ecbplus": "ecbplus.jsonl.gz", "meantime": "meantime.jsonl"}
_HEAD = 6  # lines of a text in which its date may stand
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<m>{'|'.join(_MONTHS)})[a-z]*"
_DATES = [
    re.compile(rf"\b{_MONTH} ?\.? ?(?P<d>\d\d?) ?(?:st|nd|rd|th)? ?,? (?P<y>(?:19|20)\d\d)\b", re.IGNORECASE),
    re.compile(rf"\b(?P<d>\d\d?) {_MONTH} ?,? ?(?P<y>(?:19|20)\d\d)\b", re.IGNORECASE),
    re.compile(r"\b(?P<y>(?:19|20)\d\d) ?[-/] ?(?P<m>\d\d?) ?[-/] ?(?P<d>\d\d?)\b"),
]
_INTRODUCTION = """
Measured by `scripts/evaluate_events.py` on articles of several outlets whose happenings others annotated; the data is no part of the project.
A pair is two claims of different articles whose triggers are annotated event words; it is right where both words are of one instance.
*Recall* is over all such pairs of one instance, most of which the extractor gives different parties or relations, or a party that it does not resolve; *recall where parties and relation agree* leaves those out.

| figure | value |
|---|---|
"""


class Told(NamedTuple):
    """A claim whose trigger is an annotated word: its article, the word's instance, its claim, its event."""

    article: str
    instance: str
    claim: Claim
    event: str | None


def main() -> int:
    """Print the figures; with --write, write them into the page too."""
    if not DATA.exists():
        sys.stderr.write("the evaluation data is not beside the project (../shared/eval); nothing to do\n")
        return 0
    figures: dict[str, float | int | None] = {}
    for name, file in SETS.items():
        figures |= {f"{name}: {what}": value for what, value in measured(DATA / file).items()}
    rows = "".join(f"| {name} | {'–' if value is None else value} |\n" for name, value in figures.items())
    sys.stdout.write(rows)
    if "--write" in sys.argv:
        before, _, _ = PAGE.read_text("utf-8").partition(HEADING)
        PAGE.write_text(before + HEADING + _INTRODUCTION + rows, encoding="utf-8")
    return 0


def measured(path: Path) -> dict[str, float | int | None]:
    """Return the figures of one file of annotated articles."""
    annotated = {row["id"]: row for row in _rows(path)}
    with tempfile.TemporaryDirectory() as folder:
        extractions = list(_extracted(annotated, Path(folder)))
        events = _events(extractions, Path(folder) / "data")
    told = [
        Told(made.article.id, instance, claim, events.get(claim.id))
        for made in extractions
        for claim, instance in _aligned(made, annotated[made.article.id])
    ]
    pairs = [(one, other) for one, other in combinations(told, 2) if one.article != other.article]
    same = [_one_instance(*pair) for pair in pairs]
    found = [_one_event(*pair) for pair in pairs]
    right = sum(a and b for a, b in zip(same, found, strict=True))
    alike = sum(_alike(*pair) for pair, gold in zip(pairs, same, strict=True) if gold)
    return {
        "articles": len(annotated),
        "claims on annotated words": len(told),
        "pairs of one instance": sum(same),
        "pairs of one event": sum(found),
        "precision": _ratio(right, sum(found)),
        "recall": _ratio(right, sum(same)),
        "recall where parties and relation agree": _ratio(right, alike),
    }


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    yield from map(json.loads, text.splitlines())


def _extracted(annotated: dict[str, dict[str, Any]], folder: Path) -> Iterator[Extraction]:
    given, written = folder / "in.jsonl", folder / "out.jsonl"
    lines = [
        json.dumps({"id": identity, "text": row["text"], "published": published(row["text"]) or ""})
        for identity, row in annotated.items()
    ]
    given.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "newsgraph", "extract", str(given), "-o", str(written)]
    subprocess.run(command, check=True, cwd=HERE)  # noqa: S603 - our own words
    with written.open("rb") as made:
        for each in jsonl.read(made, name=str(written)):
            if isinstance(each, AppError):
                raise each
            yield each.extraction if isinstance(each, Part) else each


def published(text: str) -> str | None:
    """Return the day that the head of a text gives it, ISO."""
    head = "\n".join(text.split("\n")[:_HEAD])
    for pattern in _DATES:
        for match in pattern.finditer(head):
            month = match["m"].lower()[:3]
            number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
            if 1 <= number <= len(_MONTHS) and 1 <= int(match["d"]) <= 28 + 3 * (number != 2):  # noqa: PLR2004 - February
                return f"{match['y']}-{number:02}-{int(match['d']):02}"
    return None


def _events(extractions: list[Extraction], data_dir: Path) -> dict[str, str]:
    """Return of which event each claim is."""
    settings = Settings(data_dir=data_dir, bolt_port=0, http_port=0)
    server = LocalServer(settings)
    try:
        server.ensure_running()
        with open_store(settings) as store:
            schema.prepare(store)
            for each in extractions:
                load_extraction(store, each)
            return _parts(store)
    finally:
        server.stop()


def _parts(store: Store) -> dict[str, str]:
    rows, _ = store.ask(
        "MATCH (claim:Claim)-[:PART_OF]->(event:Event) RETURN claim.id AS claim, event.id AS event",
        {},
        limit=1_000_000,
    )
    return {row["claim"]: row["event"] for row in rows}


def _aligned(made: Extraction, row: dict[str, Any]) -> Iterator[tuple[Claim, str]]:
    """Yield the claims whose trigger shares a word with an annotated event of the same line, and its instance."""
    starts = [0, *accumulate(len(line) + 1 for line in row["text"].split("\n"))]
    words: dict[int, list[tuple[set[str], str]]] = defaultdict(list)
    for mention in row["mentions"]:
        # One file tells events from others; in the other, chains of happenings and of speech have these names.
        instance = mention.get("instance") or mention.get("chain") or ""
        if mention["kind"] == "event" or re.search("OTH|SPE", instance):
            words[mention["sent"]].append((set(mention["text"].lower().split()), instance))
    for claim in made.claims:
        if claim.trigger is None or claim.trigger_start is None:
            continue
        line = max(number for number, start in enumerate(starts) if start <= claim.trigger_start)
        trigger = set(claim.trigger.lower().split())
        instance = next((found for those, found in words[line] if those & trigger), None)
        if instance is not None:
            yield claim, instance


def _one_instance(one: Told, other: Told) -> bool:
    return one.instance == other.instance


def _one_event(one: Told, other: Told) -> bool:
    return one.event is not None and one.event == other.event


def _alike(one: Told, other: Told) -> bool:
    parties = ({each.claim.source, each.claim.target} for each in (one, other))
    return one.claim.relation == other.claim.relation and next(parties) == next(parties)


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


if __name__ == "__main__":
    sys.exit(main())
