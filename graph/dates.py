"""Dates as far as they are stated: "2026-01" is a month."""

import calendar
import re

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def bounds(stated: str | None) -> tuple[str | None, str | None]:
    """Return the first and the last day, ISO, of a stated day, month or year; None for what is no date."""
    match = _DATE.fullmatch(stated or "")
    if match is None:
        return None, None
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year:
        return None, None
    if month is None:
        return f"{year:04}-01-01", f"{year:04}-12-31"
    if not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        return None, None
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{last:02}"
    return (f"{year:04}-{month:02}-{day:02}",) * 2 if 1 <= day <= last else (None, None)
