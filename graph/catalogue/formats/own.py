"""Our own CSV: one actor, or one term of one actor, a row."""

from collections.abc import Iterator, Mapping

from graph.catalogue import territories
from graph.catalogue.folding import folded, surnames
from graph.catalogue.offices import COUNTRY, ORGANIZATION, PLACE, office_of
from graph.catalogue.periods import period
from graph.catalogue.records import Entry, Record, Term
from graph.catalogue.tables import alternatives
from graph.errors import InputError
from graph.ids import actor_id

COLUMNS = (
    "kind", "name", "aliases", "surnames", "wikidata", "country", "sector", "gender", "description", "office",
    "organization", "start", "end", "known_until",
)  # fmt: skip
KINDS = ("Person", "Organization", "Country", "Place", "Group")
_GENDERS = {"m": "m", "male": "m", "f": "f", "female": "f", "": None}


def record(row: Mapping[str, str], source: str) -> Record:
    """Return what a row says.

    Raises:
        InputError: naming the column and what to put there.

    """
    given = {name: (row.get(name) or "").strip() for name in COLUMNS}
    if not folded(given["name"]):
        raise InputError("name is empty; give the actor's full name")
    kind = given["kind"] or "Person"
    if kind not in KINDS:
        raise InputError(f"kind {kind!r} is none of {', '.join(KINDS)}")
    country = country_code(given["country"])
    gender = gender_of(given["gender"])
    wikidata = wikidata_id(given["wikidata"])
    entry = Entry(
        id=wikidata or actor_id(kind, given["name"]),
        kind=kind,
        name=given["name"],
        aliases=alternatives(given["aliases"]),
        surnames=alternatives(given["surnames"])
        or (surnames(given["name"], country) if kind == "Person" else ()),
        wikidata=wikidata,
        country=country,
        sector=given["sector"] or None,
        gender=gender,
        description=given["description"] or None,
    )
    terms = tuple(_terms(entry, given, source))
    return Record(entry, terms)


def _terms(entry: Entry, given: Mapping[str, str], source: str) -> Iterator[Term]:
    if not given["office"]:
        return
    start, end, known_until = (iso_date(name, given[name]) for name in ("start", "end", "known_until"))
    if start and end and period(start).first > period(end).last:
        raise InputError(f"start {start} is after end {end}; exchange them")
    if given["organization"]:
        of = folded(given["organization"])
        kind = PLACE if entry.country else ORGANIZATION
    elif entry.country:
        of, kind = entry.country, COUNTRY
    else:
        raise InputError("an office needs a country or an organization; fill in one of them")
    yield Term(entry.id, office_of(given["office"], of, kind), of, start, end, known_until, source)


def country_code(text: str) -> str | None:
    """Return the ISO alpha-2 code of a country given by code or name.

    Raises:
        InputError: no such country is known.

    """
    if not text:
        return None
    code = territories.load().code(text)
    if code is None:
        raise InputError(f"country {text!r} is not known; give its ISO 3166-1 alpha-2 code")
    return code


def gender_of(text: str) -> str | None:
    """Return m or f, None where nothing or another word is given."""
    return _GENDERS.get(text.strip().lower())


def wikidata_id(text: str) -> str | None:
    """Return a Wikidata id as given.

    Raises:
        InputError: it is none.

    """
    if not text:
        return None
    if not (text[0] == "Q" and text[1:].isascii() and text[1:].isdigit()):
        raise InputError(f"wikidata {text!r} is no Wikidata id; write Q and a number, or leave it empty")
    return text


def iso_date(column: str, text: str) -> str | None:
    """Return an ISO date, month or year as given.

    Raises:
        InputError: it is none.

    """
    if not text:
        return None
    try:
        period(text)
    except ValueError as error:
        raise InputError(f"{column}: {error}") from error
    return text
