"""Wikidata entities, one JSON object a line, as the dumps have them (https://www.mediawiki.org/wiki/Wikibase/DataModel/JSON).

Read are what an item is (P31), country (P17, P27, P1001), gender (P21), and offices held (P39) with their start
(P580) and end (P582); what an office is called is read from its own item in the same file.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from graph.catalogue import territories
from graph.catalogue.folding import folded, surnames
from graph.catalogue.formats.holders import office
from graph.catalogue.records import Entry, Record
from graph.catalogue.staging import Staging
from graph.catalogue.tables import rows
from graph.errors import InputError

_CLASSES = Path(__file__).parents[1] / "data" / "wikidata_classes.csv"
_LANGUAGES = ("en", "mul", "en-gb", "en-ca", "en-us")
_GENDERS = {"Q6581097": "m", "Q6581072": "f", "Q2449503": "m", "Q1052281": "f"}
_MOST_ALIASES = 50
_PRECISIONS = {9: 4, 10: 7, 11: 10}  # of a date: characters that are known of +2019-05-01T00:00:00Z


@cache
def _classes() -> Mapping[str, tuple[str, str | None]]:
    return {
        row["qid"]: (row["kind"], row["sector"] or None)
        for _, row in rows(_CLASSES, "qid", "kind", "sector", "note")
    }


def is_entity(value: Mapping[str, Any]) -> bool:
    """Tell whether a JSON object is an entity of this format."""
    return isinstance(value.get("id"), str) and "labels" in value and "claims" in value


def records(value: Mapping[str, Any], staging: Staging) -> Iterator[Record]:
    """Yield the actor that an item is, if it is one with an English name; offices and terms are staged.

    Raises:
        InputError: the object is no entity.

    """
    if not is_entity(value):
        raise InputError("is no Wikidata entity; it needs id, labels and claims")
    try:
        yield from _records(value, staging)
    except (AttributeError, KeyError, TypeError) as error:
        raise InputError(
            f"entity {value['id']!r} is not built as Wikidata's are ({error!r}); export it anew"
        ) from error


def _records(value: Mapping[str, Any], staging: Staging) -> Iterator[Record]:
    labels = value["labels"] or {}
    name = next((labels[each]["value"] for each in _LANGUAGES if each in labels), "")
    claims = value["claims"] or {}
    if not folded(name) or not str(value["id"]).startswith("Q"):
        return
    country = _country(claims)
    known = [_classes()[each] for each in _items(claims, "P31") if each in _classes()]
    if not known:
        if "P279" in claims or "P1001" in claims or "P2389" in claims:
            staging.post(value["id"], *office(name, country))
        return
    kind, sector = known[0]
    aliases = [each["value"] for each in (value.get("aliases") or {}).get("en", ())][:_MOST_ALIASES]
    description = ((value.get("descriptions") or {}).get("en") or {}).get("value")
    gender = next((_GENDERS[each] for each in _items(claims, "P21") if each in _GENDERS), None)
    yield Record(
        Entry(
            id=value["id"],
            kind=kind,
            name=name,
            aliases=tuple(aliases),
            surnames=surnames(name, country) if kind == "Person" else (),
            wikidata=value["id"],
            country=country,
            sector=sector,
            gender=gender,
            description=description,
        )
    )
    for statement in _statements(claims, "P39"):
        post = _item(statement["mainsnak"])
        if post is not None:
            qualifiers = statement.get("qualifiers") or {}
            staging.held(value["id"], post, _date(qualifiers, "P580"), _date(qualifiers, "P582"))


def _statements(claims: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    for statement in claims.get(name) or ():
        if statement.get("rank") != "deprecated":
            yield statement


def _items(claims: Mapping[str, Any], *names: str) -> list[str]:
    return [
        item
        for name in names
        for statement in _statements(claims, name)
        if (item := _item(statement["mainsnak"])) is not None
    ]


def _item(snak: Mapping[str, Any]) -> str | None:
    value = (snak.get("datavalue") or {}).get("value")
    return value.get("id") if isinstance(value, dict) else None


def _country(claims: Mapping[str, Any]) -> str | None:
    known = territories.load().qids
    return next((known[each] for each in _items(claims, "P27", "P17", "P1001") if each in known), None)


def _date(qualifiers: Mapping[str, Any], name: str) -> str | None:
    for snak in qualifiers.get(name) or ():
        value = (snak.get("datavalue") or {}).get("value")
        length = _PRECISIONS.get(value.get("precision", 0)) if isinstance(value, dict) else None
        if value and length and str(value.get("time", "")).startswith("+"):
            return str(value["time"])[1 : length + 1]
    return None
