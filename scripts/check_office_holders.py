"""Compare the table of office holders that ships with another's, where both speak of the same office."""

import csv
import gzip
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.catalogue import shipped
from graph.catalogue.formats import holders
from graph.catalogue.lookup import same
from graph.catalogue.periods import period
from graph.catalogue.records import Entry, Term
from graph.errors import InputError

THEIRS = Path(__file__).parents[2] / "shared" / "actors" / "office_holders.csv.gz"
THEIR_LAST_DAY = "2022-07-01"
THEIR_FIRST_DAY = "2015-01-01"
NEAR = 31  # days: a minister is named, sworn in and takes over on different days

Held = tuple[Entry, Term]
Office = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one of our terms and theirs say: agreed, or how they differ."""

    verdict: str
    ours: Term
    name: str
    theirs: tuple[str, ...]


def read(path: Path) -> Iterator[Held]:
    """Yield the terms of the other table."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            try:
                record = holders.record(row, path.name)
            except InputError:
                continue
            yield from ((record.entry, term) for term in record.terms)


def compare(theirs: Iterable[Held]) -> Iterator[Finding]:
    """Yield a finding for each of our terms whose office the other table has."""
    by_office: dict[Office, list[Held]] = defaultdict(list)
    for entry, term in theirs:
        by_office[term.office, term.of].append((entry, term))
    for record in shipped.records():
        for term in record.terms:
            others = by_office.get((term.office, term.of))
            if others is None or (term.start or "") >= THEIR_LAST_DAY or (term.end or "9") < THEIR_FIRST_DAY:
                continue
            yield _judged(record.entry, term, others)


def _judged(entry: Entry, term: Term, others: list[Held]) -> Finding:
    own = [other for each, other in others if same_person(entry, each)]
    shown = tuple(f"{other.start}..{other.end or ''}" for other in own)
    if not own:
        shown = tuple(f"{each.name} {other.start}..{other.end or ''}" for each, other in others
                      if _near(other.start, term.start) or _near(other.end, term.end))  # fmt: skip
        return Finding("person", term, entry.name, shown)
    began = [other for other in own if _near(other.start, term.start)]
    if not began:
        return Finding("start", term, entry.name, shown)
    later = (term.end or "9") > THEIR_LAST_DAY
    if any(_near(other.end, term.end) or (later and other.end is None) for other in began):
        return Finding("agreed", term, entry.name, shown)
    return Finding("end", term, entry.name, shown)


def same_person(left: Entry, right: Entry) -> bool:
    """Tell whether entries of the two tables are one person: by Wikidata id, else by name."""
    return left.id == right.id or (not (left.wikidata and right.wikidata) and same(left, right))


def _near(left: str | None, right: str | None) -> bool:
    if left is None or right is None:
        return left is None and right is None
    a, b = period(left), period(right)
    return (a.first - b.last).days <= NEAR and (b.first - a.last).days <= NEAR


def main() -> int:
    """Print each disagreement and the counts."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else THEIRS
    if not path.exists():
        sys.stderr.write(f"{path} is not there; nothing to compare with\n")
        return 0
    counts: Counter[str] = Counter()
    for finding in compare(read(path)):
        counts[finding.verdict] += 1
        if finding.verdict != "agreed":
            ours = finding.ours
            sys.stdout.write(
                f"{finding.verdict}: {ours.of} {ours.office}: {finding.name} {ours.start}..{ours.end or ''};"
                f" theirs: {'; '.join(finding.theirs) or 'nobody near'}\n"
            )
    sys.stdout.write(", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items())) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
