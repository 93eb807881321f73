"""FollowTheMoney entities, one JSON object a line, as OpenSanctions publishes politically exposed persons.

An entity has `id`, `schema` and `properties`, each property a list of strings
(https://followthemoney.tech/explorer/). A Person holds an Occupancy of a Position.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from graph.catalogue import territories
from graph.catalogue.folding import folded, surnames
from graph.catalogue.formats.holders import office
from graph.catalogue.formats.own import gender_of, iso_date
from graph.catalogue.records import Entry, Record
from graph.catalogue.staging import Staging
from graph.errors import InputError
from graph.ids import actor_id, sha256

_KINDS = {
    "Person": ("Person", None),
    "Organization": ("Organization", None),
    "PublicBody": ("Organization", "government"),
    "Company": ("Organization", "business"),
    "LegalEntity": ("Organization", None),
}
_DAY = len("2019-05-01")


def is_entity(value: Mapping[str, Any]) -> bool:
    """Tell whether a JSON object is an entity of this format."""
    return isinstance(value.get("schema"), str) and isinstance(value.get("properties"), dict)


def records(value: Mapping[str, Any], staging: Staging) -> Iterator[Record]:
    """Yield the actor that an entity is, if it is one; offices and who holds them are staged.

    Raises:
        InputError: naming what the entity lacks.

    """
    if not is_entity(value) or not isinstance(value.get("id"), str):
        raise InputError("is no FollowTheMoney entity; it needs id, schema and properties")
    schema = value["schema"]
    if schema == "Position":
        _position(value, staging)
    elif schema == "Occupancy":
        _occupancy(value, staging)
    elif schema in _KINDS:
        yield _actor(value, staging)


def _actor(value: Mapping[str, Any], staging: Staging) -> Record:
    kind, sector = _KINDS[value["schema"]]
    names = _all(value, "name")
    name = str(value.get("caption") or "") if not names else names[0]
    if not folded(name):
        raise InputError(f"entity {value['id']!r} has no name; give it one or leave it out")
    wikidata = next((each for each in (*_all(value, "wikidataId"), value["id"]) if _is_qid(each)), None)
    country = _country(_all(value, "country", "citizenship", "nationality", "jurisdiction"))
    entry = Entry(
        # Namesakes without a Wikidata id stay apart by the id that the file gives them.
        id=wikidata or f"{actor_id(kind, name)}~{sha256(value['id'])[:8]}",
        kind=kind,
        name=name,
        aliases=tuple(dict.fromkeys([*names[1:], *_all(value, "alias")])),
        surnames=tuple(dict.fromkeys([*_all(value, "lastName"), *surnames(name, country)]))
        if kind == "Person"
        else (),
        wikidata=wikidata,
        country=country,
        sector=sector,
        gender=gender_of(next(iter(_all(value, "gender")), "")),
        description=next(iter(_all(value, "position", "notes")), None),
    )
    staging.known_as(value["id"], entry.id)
    for each in value.get("referents") or ():
        staging.known_as(str(each), entry.id)
    return Record(entry)


def _position(value: Mapping[str, Any], staging: Staging) -> None:
    title = next(iter(_all(value, "name")), str(value.get("caption") or ""))
    if not folded(title):
        raise InputError(f"position {value['id']!r} has no name; give it one or leave it out")
    staging.post(value["id"], *office(title, _country(_all(value, "country"))))


def _occupancy(value: Mapping[str, Any], staging: Staging) -> None:
    start = next(iter(_all(value, "startDate", "periodStart")), "")[:_DAY]
    end = next(iter(_all(value, "endDate", "periodEnd")), "")[:_DAY]
    for holder in _all(value, "holder"):
        for post in _all(value, "post"):
            staging.held(holder, post, iso_date("startDate", start), iso_date("endDate", end))


def _all(value: Mapping[str, Any], *names: str) -> list[str]:
    """Return the values of properties; an entity that is nested in another stands for its id."""
    found: list[str] = []
    for name in names:
        given = value["properties"].get(name) or ()
        for each in [given] if isinstance(given, str) else given:
            text = each.get("id", "") if isinstance(each, dict) else each
            if isinstance(text, str) and text.strip():
                found.append(text.strip())
    return found


def _country(codes: list[str]) -> str | None:
    known = territories.load()
    return next((code for each in codes if (code := known.code(each)) is not None), None)


def _is_qid(text: str) -> bool:
    return text[:1] == "Q" and text[1:].isascii() and text[1:].isdigit()
