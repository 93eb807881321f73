"""Which claims of a thread a changed claim may move from event to event, and which these depend on."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from graph.events import moments
from graph.events.grouping import LOOK_BACK, NEAR

# One day changes whether undated claims of the days after it are loose, and a loose one where runs end.
_BEFORE = NEAR + 1
_AFTER = 2 * NEAR + 1
_MONTH = 31
# What the claims in reach depend on, with what these depend on in turn.
_AROUND = _BEFORE + _AFTER + LOOK_BACK + 2 * NEAR


class Range(NamedTuple):
    """Moments of one kind from the first to the last day, both included."""

    kind: str
    first: date
    last: date

    def bounds(self) -> tuple[str, str]:
        """Return the range as text: from the first moment to before the second."""
        form = "%s:%s"
        if self.kind == moments.MONTH:
            return form % (self.kind, self.first.isoformat()[:7]), form % (
                self.kind,
                f"{self.last.isoformat()[:7]}~",
            )
        return form % (self.kind, self.first.isoformat()), form % (self.kind, f"{self.last.isoformat()}~")

    def holds(self, moment: str) -> bool:
        """Return whether a moment is in the range."""
        first, last = self.bounds()
        return first <= moment < last


def touched(changed: Iterable[str]) -> list[Range]:
    """Return the moments whose claims may be of other events after claims of the changed moments came or went."""
    found = []
    for moment in changed:
        span = moments.days(moment) if moments.kind(moment) not in {moments.ARTICLE, moments.YEAR} else None
        if span is None:
            continue
        first, last = span
        kind = moments.kind(moment)
        if kind == moments.AHEAD:
            found.append(_range(kind, first, last, _BEFORE, _BEFORE))
            continue
        if kind in {moments.MONTH, moments.DENIED}:
            found.append(Range(kind, first, last))
            continue
        if kind == moments.DAY:
            found.append(Range(kind, first, last))
        found.append(_range(moments.TOLD, first, last, _BEFORE, _AFTER))
        found.append(_range(moments.DENIED, first, last, _BEFORE, _AFTER + LOOK_BACK))
        found.append(_range(moments.MONTH, first, last, _BEFORE, _AFTER))
    return merged(found)


def around(reached: Iterable[Range]) -> list[Range]:
    """Return the moments on which it depends of which events the claims of these moments are."""
    found = []
    for kind, first, last in reached:
        if kind == moments.AHEAD:
            found.append(_range(kind, first, last, 2 * _BEFORE, 2 * _BEFORE))
            continue
        far = _AROUND + (_MONTH if kind == moments.MONTH else 0)
        found += [
            _range(other, first, last, far, far)
            for other in (moments.DAY, moments.TOLD, moments.DENIED, moments.MONTH)
        ]
    return merged(found)


def merged(ranges: Iterable[Range]) -> list[Range]:
    """Return the ranges, those of one kind that overlap made one."""
    found: list[Range] = []
    for each in sorted(ranges):
        if found and found[-1].kind == each.kind and each.first <= found[-1].last:
            found[-1] = found[-1]._replace(last=max(found[-1].last, each.last))
        else:
            found.append(each)
    return found


def _range(kind: str, first: date, last: date, before: int, after: int) -> Range:
    return Range(kind, moments.shifted(first, -before), moments.shifted(last, after))
