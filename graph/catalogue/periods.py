"""Dates that are known to the day, the month or the year, as periods that can be compared."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
# How long after its source's last day an office without a known end is still believed, though less.
GRACE = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both included."""

    first: date
    last: date


def period(text: str) -> Period:
    """Return the days that an ISO date, month or year may mean.

    Raises:
        ValueError: it is none.

    """
    found = _ISO.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no ISO date (2019-05-01), month (2019-05) or year (2019)")
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or year == 0:
        raise ValueError(f"{text!r} is no year")
    first = date(year, month or 1, day or 1)
    if day:
        return Period(first, first)
    last_month = month or 12
    return Period(first, date(year, last_month, calendar.monthrange(year, last_month)[1]))


def covers(on: Period, start: str | None, end: str | None, known_until: str | None) -> str | None:
    """Tell whether a term covers a date: "certain", "possible" at its imprecise ends, or None.

    The day of a handover belongs to both holders, so it is only possible for each. A term whose end is unknown is
    certain up to `known_until` and possible for half a year after it.
    """
    if start is None:
        return None
    began = period(start)
    if began.first > on.last:
        return None
    if end is not None:
        ended = period(end)
        if ended.last < on.first:
            return None
        certain = ended.first > on.last
    else:
        known = period(known_until).last if known_until else began.last
        if known + GRACE < on.first:
            return None
        certain = known >= on.last
    return "certain" if certain and began.last <= on.first and start != on.first.isoformat() else "possible"
