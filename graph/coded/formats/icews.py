"""ICEWS: the columns of its Dataverse files, or source, event, target and date alone."""

from collections.abc import Iterator, Sequence

from graph.coded import codes
from graph.coded.rows import BadRow, CodedRow, Doerless, Found, Heading, Party
from graph.dates import bounds

_SHORT = 4  # columns: source, the event's words, target, date
COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
    "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District",
    "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip


def read(rows: Iterator[Sequence[str]]) -> Iterator[Found]:
    """Yield what each row says; the first may be the header of the long form."""
    places: dict[str, int] | None = None
    for row in rows:
        if row and row[0].lstrip("#!") == COLUMNS[0]:
            places = {name: at for at, name in enumerate([row[0].lstrip("#!"), *row[1:]])}
            missing = {"Event Date", "Source Name", "Target Name", "CAMEO Code"} - places.keys()
            if missing:
                yield BadRow(f"the header lacks {', '.join(sorted(missing))}")
                places = None
            else:
                yield Heading()
        elif places is None and len(row) == _SHORT:
            yield _short(row)
        elif places is None and len(row) == len(COLUMNS):
            yield _long(row, {name: at for at, name in enumerate(COLUMNS)})
        elif places is not None and len(row) == len(places):
            yield _long(row, places)
        else:
            expected = f"{_SHORT} or {len(COLUMNS)}" if places is None else str(len(places))
            yield BadRow(f"has {len(row)} columns, not {expected}")


def _short(row: Sequence[str]) -> Found:
    source, text, target, date = row
    return _row(None, source, codes.of_icews(text) or "", text, target, date)


def _long(row: Sequence[str], places: dict[str, int]) -> Found:
    def field(name: str) -> str:
        at = places.get(name)
        return row[at].strip() if at is not None else ""

    source = Party(field("Source Name"), field("Source Country"), _first(field("Source Sectors")))
    target = Party(field("Target Name"), field("Target Country"), _first(field("Target Sectors")))
    code = field("CAMEO Code")
    # Spreadsheets eat the zero that a code begins with.
    code = (
        f"0{code}"
        if code[:1] in tuple("123456789") and codes.of_icews(field("Event Text")) == f"0{code}"
        else code
    )
    return _row(
        field("Event ID"), source, code, field("Event Text"), target, field("Event Date"), field("Country")
    )


def _row(
    event: str | None,
    source: str | Party,
    code: str,
    text: str,
    target: str | Party,
    date: str,
    country: str = "",
) -> Found:
    by = Party(source.strip()) if isinstance(source, str) else source
    to = Party(target.strip()) if isinstance(target, str) else target
    if bounds(date)[0] != date:
        return BadRow(f"{date!r} is no day; write it as 2026-01-30")
    coding = codes.of_cameo(code)
    if coding is None:
        return BadRow(f"{text or code!r} is no event of ICEWS, nor {code!r} a CAMEO code")
    if not by.name:
        return Doerless()
    return CodedRow(event or None, by, to if to.name else None, coding, date, country)


def _first(sectors: str) -> str:
    return sectors.partition(",")[0].strip()
