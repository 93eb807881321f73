"""GDELT 2.0 event exports: 61 columns without a header (GDELT-Event_Codebook-V2.0)."""

from collections.abc import Iterator, Sequence

from graph.coded import codes
from graph.coded.rows import BadRow, CodedRow, Doerless, Found, Party
from graph.dates import bounds

_COLUMNS = 61
_ID, _DAY, _CODE, _PLACE = 0, 1, 26, 52
_FIRST, _SECOND = 5, 15  # where the ten columns of each actor begin
_NAME, _COUNTRY, _GROUP, _TYPE = 1, 2, 3, 7  # in those
_DAY_DIGITS = 8


def read(rows: Iterator[Sequence[str]]) -> Iterator[Found]:
    """Yield what each row says."""
    for row in rows:
        yield _row(row) if len(row) == _COLUMNS else BadRow(f"has {len(row)} columns, not {_COLUMNS}")


def _row(row: Sequence[str]) -> Found:
    day = row[_DAY].strip()
    date = f"{day[:4]}-{day[4:6]}-{day[6:]}"
    if len(day) != _DAY_DIGITS or bounds(date)[0] != date:
        return BadRow(f"{row[_DAY]!r} is no day; it is written as 20260130")
    coding = codes.of_cameo(row[_CODE].strip())
    if coding is None:
        return BadRow(f"{row[_CODE]!r} is no CAMEO code")
    source, target = _party(row, _FIRST), _party(row, _SECOND)
    if source is None:
        return Doerless()
    country = row[_PLACE].rpartition(",")[2].strip()
    return CodedRow(row[_ID].strip() or None, source, target, coding, date, country)


def _party(row: Sequence[str], start: int) -> Party | None:
    code, name = row[start].strip(), row[start + _NAME].strip()
    if not code and not name:
        return None
    named = name or code
    kind = row[start + _TYPE].strip()
    # Names are in capitals; what is known by a type and no group of its own is a role in its country.
    return Party(
        named.title() if named.isupper() and name else named,
        row[start + _COUNTRY].strip(),
        kind,
        role=bool(kind) and not row[start + _GROUP].strip(),
    )
