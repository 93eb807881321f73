"""What is derived, compared with what follows: what differs is told, and mended unless one only wants to know."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from graph import rebuilding
from graph.errors import AppError
from graph.rebuilding import Step
from graph.store import Row, Store, Transaction

EXAMPLES = 5  # differences of a kind that are named


class _OnlyLookingError(AppError):
    """Undoes a transaction whose outcome was only to be looked at."""

    def __init__(self, found: "list[Difference]") -> None:
        super().__init__("only looking")
        self.found = found


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it follows: it is there and should not be, is missing, or is otherwise."""

    what: str
    id: str
    how: str


@dataclass(slots=True)
class Report:
    """What a check found: how many things were looked at, how many differ by kind and how, and some of these."""

    checked: dict[str, int] = field(default_factory=dict)
    counts: dict[tuple[str, str], int] = field(default_factory=dict)
    examples: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    @property
    def clean(self) -> bool:
        """Whether everything is as it follows."""
        return not self.counts

    def add(self, found: Difference) -> None:
        """Count a difference."""
        kind = found.what, found.how
        self.counts[kind] = self.counts.get(kind, 0) + 1
        named = self.examples.setdefault(kind, [])
        if len(named) < EXAMPLES and found.id not in named:
            named.append(found.id)

    def rows(self) -> list[dict[str, Any]]:
        """Return what is printed: a row for each kind of difference."""
        return [
            {"what": what, "how": how, "count": count, "such as": ", ".join(self.examples[what, how])}
            for (what, how), count in sorted(self.counts.items())
        ]


def _nowhere(_: int) -> None:
    """Show no progress."""


def check(store: Store, *, mend: bool, advance: Callable[[int], None] = _nowhere) -> Report:
    """Compare everything that is derived with what follows from articles and judgements.

    Args:
        store: the graph.
        mend: whether what differs is written as it follows. Else nothing is changed; what follows from something
            wrong is then compared with what would follow from that.
        advance: called after some were compared, with how many.

    """
    report = Report()
    for step in rebuilding.STEPS:
        report.checked[step.what] = 0
        for rows in step.batches(store):
            for each in _compared(store, step, rows, mend=mend):
                report.add(each)
            report.checked[step.what] += len(rows)
            advance(len(rows))
    return report


def _compared(store: Store, step: Step, rows: list[Row], *, mend: bool) -> list[Difference]:
    ids = list(dict.fromkeys(row[step.by] for row in rows))

    def work(transaction: Transaction) -> list[Difference]:
        before = _seen(transaction, step, ids)
        step.work(transaction, rows)
        found = list(_differences(before, _seen(transaction, step, ids)))
        if not mend:
            raise _OnlyLookingError(found)
        return found

    try:
        return store.transact(work)
    except _OnlyLookingError as error:
        return error.found


def _seen(transaction: Transaction, step: Step, ids: list[str]) -> dict[tuple[str, str], list[str]]:
    seen: dict[tuple[str, str], list[str]] = {}
    for row in transaction.run(step.seen, ids=ids):
        values = row["found"] if isinstance(row["found"], list) else [row["found"]]
        seen.setdefault((row["what"], row["key"]), []).append("\x1f".join(sorted(map(str, values))))
    return {name: sorted(found) for name, found in seen.items()}


def _differences(
    before: dict[tuple[str, str], list[str]], after: dict[tuple[str, str], list[str]]
) -> Iterator[Difference]:
    for what, identity in sorted(before.keys() | after.keys()):
        was, follows = before.get((what, identity)), after.get((what, identity))
        if was == follows:
            continue
        how = "missing" if was is None else "does not follow" if follows is None else "is otherwise"
        yield Difference(what, identity, how)
