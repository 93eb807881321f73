"""Tables of office holders with the columns country, position, person, wikidata, start, end, gender."""

import re
from collections.abc import Mapping

from graph.catalogue import territories
from graph.catalogue.folding import folded, surnames
from graph.catalogue.formats.own import country_code, gender_of, iso_date, wikidata_id
from graph.catalogue.offices import COUNTRY, ORGANIZATION, PLACE, office_of
from graph.catalogue.records import Entry, Record, Term
from graph.errors import InputError
from graph.ids import actor_id

COLUMNS = ("country", "position", "person", "wikidata", "start", "end", "gender")
_NO_COUNTRY = frozenset({"", "international organizations", "international organisations"})
# "Premier of Alberta": the office is of a part of the country.
_OF_PART = re.compile(
    r"(?P<title>premier|governor|first minister|president of the generalitat) of (?P<part>.+)", re.IGNORECASE
)
# "President of the World Bank", "Secretary General of NATO": the body is in the title.
_OF_BODY = re.compile(r"(?P<title>.+?) (?:of|to) (?:the )?(?P<body>[A-Z].+)")


def record(row: Mapping[str, str], source: str) -> Record:
    """Return what a row says.

    Raises:
        InputError: naming the column and what to put there.

    """
    given = {name: (row.get(name) or "").strip() for name in COLUMNS}
    if not folded(given["person"]):
        raise InputError("person is empty; give the holder's name")
    if not folded(given["position"]):
        raise InputError("position is empty; give the office")
    title, of, kind, country = _office(given["position"], given["country"])
    wikidata = wikidata_id(given["wikidata"])
    start, end = iso_date("start", given["start"]), iso_date("end", given["end"])
    entry = Entry(
        id=wikidata or actor_id("Person", given["person"]),
        kind="Person",
        name=given["person"],
        surnames=surnames(given["person"], country),
        wikidata=wikidata,
        country=country,
        gender=gender_of(given["gender"]),
    )
    term = Term(entry.id, office_of(title, of, kind), of, start, end, None, source)
    return Record(entry, (term,))


def office(position: str, code: str | None) -> tuple[str, str]:
    """Return the canonical office and the jurisdiction of a position.

    Args:
        position: a title as written.
        code: ISO alpha-2 code of its country, None for a body of several.

    """
    title, of, kind, _ = _office(position, code or "")
    return office_of(title, of, kind), of


def _office(position: str, country: str) -> tuple[str, str, str, str | None]:
    """Return title, jurisdiction, its kind, and the holder's country."""
    if country.casefold() not in _NO_COUNTRY:
        code = country_code(country)
        part = _OF_PART.fullmatch(position)
        if part is not None and not _is_body(part["part"], code):
            return part["title"], folded(part["part"]), PLACE, code
        return position, code or "", COUNTRY, code
    found = _OF_BODY.fullmatch(position)
    if found is None:
        return position, "", ORGANIZATION, None  # "OSCE High Commissioner": of what, only its words tell
    return found["title"], folded(found["body"]), ORGANIZATION, None


def _is_body(part: str, code: str | None) -> bool:
    """Tell whether what follows "of" is no part of the country: the country itself, or its bank."""
    return (
        territories.load().code(part.removeprefix("the ")) == code or "bank" in part.lower() or " of " in part
    )
