"""POLECAT: events coded in PLOVER, tab-separated with a header."""

from collections.abc import Callable, Iterator, Sequence

from graph.coded import codes
from graph.coded.rows import BadRow, CodedRow, Doerless, Found, Heading, Party
from graph.dates import bounds

_NEEDED = ("Event ID", "Event Date", "Event Type", "Actor Name", "Recipient Name")
_NOBODY = frozenset({"", "None", "none", "NA"})

Field = Callable[[str], str]


def read(rows: Iterator[Sequence[str]]) -> Iterator[Found]:
    """Yield what each row says, by the names of the header."""
    places: dict[str, int] = {}
    for row in rows:
        if not places:
            names = {name.strip().lstrip("#!"): at for at, name in enumerate(row)}
            missing = [name for name in _NEEDED if name not in names]
            if missing:
                yield BadRow(f"is no header of POLECAT: it lacks {', '.join(missing)}")
                return
            places = names
            yield Heading()
        elif len(row) != len(places):
            yield BadRow(f"has {len(row)} columns, not {len(places)} as the header")
        else:
            yield _row(row, places)


def _row(row: Sequence[str], places: dict[str, int]) -> Found:
    def field(name: str) -> str:
        at = places.get(name)
        value = row[at].strip() if at is not None else ""
        return "" if value in _NOBODY else value

    date = field("Event Date")[:10]
    if bounds(date)[0] != date:
        return BadRow(f"{field('Event Date')!r} is no day; write it as 2026-01-30")
    type_ = field("Event Type")
    if not type_:
        return BadRow("has no event type")
    source, target = _party(field, "Actor"), _party(field, "Recipient")
    if source is None:
        return Doerless()
    coding = codes.of_plover(type_, field("Event Mode"))
    return CodedRow(field("Event ID") or None, source, target, coding, date, field("Country"))


def _party(field: Field, side: str) -> Party | None:
    name = field(f"{side} Name")
    if not name:
        return None
    sector = field(f"Primary {side} Sector")
    return Party(name, field(f"{side} Country"), sector, field(f"Wikipedia {side} ID"))
