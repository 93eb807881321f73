"""Which claims of one thread are of one event: a function of when and where they say that it happened.

Precision goes before recall; what could be of two events is of neither.

1. Claims of one day are one event, apart where they name places that cannot be one.
2. An undated claim belongs to the only event of its article's day or the three days before that fits its place.
3. Undated claims with no such event are one event where their articles appeared in a few days on end;
   where articles go on telling the same for longer, it recurs, and each day's are an event.
4. An undated denial belongs to what was last told of in the two weeks before.
5. A claim of a month belongs to the only event of that month, if there is only one.
6. What is planned and undated is apart from what is told to have happened; so are claims of a year, and of
   articles without a date, each article's for itself.

Two events a day apart are looked at together only by 2 to 5, so what a claim can change lies near it in time
(`reach`), however long the thread is.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from graph.events import moments
from graph.events.places import Place, agree, clusters

NEAR = 3  # days that an article may look back, and that reports of one happening may be spread over
LOOK_BACK = 14  # days that a denial may look back
# What belongs to others comes after what makes an event by itself, so that it does not change by what it is known.
_ORDER = (
    moments.DAY,
    moments.TOLD,
    moments.AHEAD,
    moments.MONTH,
    moments.DENIED,
    moments.YEAR,
    moments.ARTICLE,
)


class Slot(NamedTuple):
    """Claims of one thread that say the same of when and where; they are always of one event."""

    moment: str
    place: Place | None


Group = frozenset[Slot]


def anchor(group: Group) -> tuple[str, str]:
    """Return by which moment and place an event is known: the most exact and earliest of its claims."""
    first = min(group, key=_rank)
    return first.moment, first.place.actor if first.place else ""


def group(slots: Iterable[Slot]) -> list[Group]:
    """Return the slots of one thread in groups, each an event."""
    by_kind: dict[str, set[Slot]] = {kind: set() for kind in _ORDER}
    for slot in slots:
        by_kind[moments.kind(slot.moment)].add(slot)
    dated = [part for same in _by_moment(by_kind[moments.DAY]) for part in _parts(same)]
    told, loose, alone = _attached(by_kind[moments.TOLD], dated)
    events = [*told, *_runs(loose), *(part for same in _by_moment(alone) for part in _parts(same))]
    events = _with_leaves(events, by_kind[moments.MONTH] | by_kind[moments.DENIED])
    events += _runs(by_kind[moments.AHEAD])
    rest = by_kind[moments.YEAR] | by_kind[moments.ARTICLE]
    return [*events, *(part for same in _by_moment(rest) for part in _parts(same))]


def _rank(slot: Slot) -> tuple[int, str, str]:
    return (
        _ORDER.index(moments.kind(slot.moment)),
        slot.moment,
        slot.place.actor if slot.place else "",
    )


def _day(slot: Slot) -> date:
    return date.fromisoformat(slot.moment.partition(":")[2])


def _by_moment(slots: Iterable[Slot]) -> Iterator[list[Slot]]:
    for _, same in groupby(sorted(slots, key=_rank), key=lambda slot: slot.moment):
        yield list(same)


def _places(slots: Iterable[Slot]) -> set[Place]:
    return {slot.place for slot in slots if slot.place is not None}


def _parts(slots: Collection[Slot]) -> Iterator[Group]:
    """Yield slots of one time, apart by place; those without a place go with the only place there is."""
    found = clusters(_places(slots))
    nowhere = {slot for slot in slots if slot.place is None}
    for places in found:
        here = {slot for slot in slots if slot.place in places}
        yield frozenset(here | nowhere if len(found) == 1 else here)
    if nowhere and len(found) != 1:
        yield frozenset(nowhere)


def _attached(told: Iterable[Slot], dated: list[Group]) -> tuple[list[Group], list[Slot], list[Slot]]:
    """Let undated slots belong to dated events.

    Returns:
        The dated events with what belongs to them, the slots that have no event to belong to, and those that
        have several.

    """
    by_day: dict[date, list[int]] = defaultdict(list)
    for number, event in enumerate(dated):
        by_day[_day(min(event, key=_rank))].append(number)
    loose: list[Slot] = []
    alone: list[Slot] = []
    wanted: dict[int, set[Slot]] = defaultdict(set)
    for slot in told:
        days = [moments.shifted(_day(slot), -back) for back in range(NEAR + 1)]
        fitting = [
            number
            for day in dict.fromkeys(days)
            for number in by_day[day]
            if agree(_places([*dated[number], slot]))
        ]
        if len(fitting) == 1:
            wanted[fitting[0]].add(slot)
        else:
            (alone if fitting else loose).append(slot)
    events = []
    for number, event in enumerate(dated):
        joining, refused = _one_place(event, wanted[number])
        events.append(event | joining)
        alone += refused
    return events, loose, alone


def _one_place(event: Group, joining: set[Slot]) -> tuple[set[Slot], list[Slot]]:
    """Return of the slots that fit an event one by one those that may join it together, and the others."""
    if agree(_places([*event, *joining])):
        return joining, []
    stay = {slot for slot in joining if slot.place is None or slot.place in _places(event)}
    return stay, sorted(joining - stay, key=_rank)


def _runs(slots: Iterable[Slot]) -> Iterator[Group]:
    """Yield slots of days on end together where these are few, else day by day; apart by place."""
    run: list[list[Slot]] = []
    for same in _by_moment(slots):
        if run and _day(same[0]) > moments.shifted(_day(run[-1][0]), 1):
            yield from _run(run)
            run = []
        run.append(same)
    yield from _run(run)


def _run(run: list[list[Slot]]) -> Iterator[Group]:
    if not run:
        return
    if (_day(run[-1][0]) - _day(run[0][0])).days <= NEAR:
        yield from _parts([slot for same in run for slot in same])
        return
    for same in run:
        yield from _parts(same)


def _with_leaves(events: list[Group], leaves: Iterable[Slot]) -> list[Group]:
    """Return the events with the months and denials that belong to them, and those that belong to none."""
    spans = [_span(event) for event in events]
    wanted: dict[tuple[int, str], set[Slot]] = defaultdict(set)
    alone: list[Slot] = []
    for leaf in leaves:
        fitting = _in_month if moments.kind(leaf.moment) == moments.MONTH else _spoken_of
        near = [number for number in fitting(leaf, spans) if agree(_places([*events[number], leaf]))]
        found = near if moments.kind(leaf.moment) == moments.MONTH else _latest(leaf, near, spans)
        if len(found) == 1:
            wanted[found[0], leaf.moment].add(leaf)
        else:
            alone.append(leaf)
    joined = list(events)
    for (number, _), those in wanted.items():
        joining, refused = _one_place(events[number], those)
        joined[number] |= joining
        alone += refused
    return [*joined, *(part for same in _by_moment(alone) for part in _parts(same))]


class _Span(NamedTuple):
    """When an event was, as far as that is known, and when it was last told of."""

    first: date
    last: date
    told: date


def _span(event: Group) -> _Span:
    days = sorted(_day(slot) for slot in event)
    stated = [_day(slot) for slot in event if moments.kind(slot.moment) == moments.DAY] or days
    return _Span(min(stated), max(stated), days[-1])


def _in_month(leaf: Slot, spans: list[_Span]) -> list[int]:
    first, last = moments.days(leaf.moment) or (date.max, date.min)
    return [number for number, span in enumerate(spans) if first <= span.first and span.last <= last]


def _spoken_of(leaf: Slot, spans: list[_Span]) -> list[int]:
    day = _day(leaf)
    since = moments.shifted(day, -LOOK_BACK)
    return [number for number, span in enumerate(spans) if span.first <= day and span.told >= since]


def _latest(leaf: Slot, near: list[int], spans: list[_Span]) -> list[int]:
    day = _day(leaf)
    told = [min(spans[number].told, day) for number in near]
    return [number for number, when in zip(near, told, strict=True) if when == max(told)]
