"""Titles as they stand in texts and tables, and the canonical offices that they mean."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from graph.catalogue import territories
from graph.catalogue.folding import folded
from graph.catalogue.tables import alternatives, rows

FILE = Path(__file__).with_name("data") / "offices.csv"
# Kinds of what an office is of; the unknown may be either of the last two.
COUNTRY, PLACE, ORGANIZATION, UNKNOWN = "country", "place", "organization", "unknown"
_MINISTER = re.compile(
    r"(?P<head>(?:union |federal |cabinet )?(?P<noun>minister|secretary))(?: of state for| of| for| responsible for) (?P<field>.+)"
)
_NO_FIELD = frozenset({"state", "council", "defence staff"})


@dataclass(frozen=True, slots=True)
class Offices:
    """Canonical offices by folded title, for any, for one kind of jurisdiction or for one jurisdiction."""

    by_title: Mapping[str, Mapping[str, str]]  # title → jurisdiction, kind of it or "" → office

    def canonical(self, title: str, of: str, kind: str = COUNTRY) -> str | None:
        """Return the office that a title means of that jurisdiction, None where the table has none.

        Args:
            title: as written; "the" and spelling do not matter, "Minister of X" and "X Minister" are one.
            of: ISO alpha-2 code or the folded name of an organization, province or state; "" where unknown.
            kind: what that is, one of the constants of this module.

        """
        for form in _forms(title):
            meanings = self.by_title.get(form, {})
            kinds = (ORGANIZATION, PLACE) if kind == UNKNOWN else (kind,)
            for key in (of, *kinds, ""):
                if key in meanings:
                    return meanings[key]
        return None

    def meanings(self, title: str) -> frozenset[str]:
        """Return the offices that a title may mean where it is not said of what."""
        return frozenset(office for form in _forms(title) for office in self.by_title.get(form, {}).values())


@cache
def load() -> Offices:
    """Return the table of offices."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for _, row in rows(FILE, "office", "of", "titles"):
        for title in (row["office"], *alternatives(row["titles"])):
            for of in alternatives(row["of"]) or ("",):
                found[normal(title)].setdefault(of, row["office"])
    return Offices(found)


def normal(title: str) -> str:
    """Return a title folded, in British spelling and without articles: "secretary of defence"."""
    words = re.sub(r"\b(?:the|his|her)\b", " ", folded(title).replace("defense", "defence"))
    return " ".join(words.split())


@lru_cache(maxsize=4096)
def office_of(title: str, of: str, kind: str = COUNTRY) -> str:
    """Return the canonical office of a title, else the title itself in its normal form."""
    found = load().canonical(title, of, kind)
    if found is not None:
        return found
    bare = without_jurisdiction(title, of)
    return load().canonical(bare, of, kind) or next(reversed([*_forms(bare)]))


def without_jurisdiction(title: str, of: str) -> str:
    """Return a title without its country: "President of the French Republic" is "president" of FR."""
    words = normal(title)
    names, adjectives = _names(of)
    for name in names:
        if words.endswith(f" of {name}"):
            words = words.removesuffix(f" of {name}")
        elif words.startswith(f"{name} "):
            words = words.removeprefix(f"{name} ")
    for name in adjectives:
        words = words.removeprefix(f"{name} ")
        words = words.removesuffix(f" of {name} republic").removesuffix(f" of {name} federation")
    return words


@cache
def _names(of: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of a country, the longest first, and its adjectives."""
    known = territories.load()
    names = [normal(name) for name, code in known.names.items() if code == of]
    adjectives = [name for name, code in known.demonyms.items() if code == of]
    return tuple(sorted(names, key=len, reverse=True)), tuple(adjectives)


def _forms(title: str) -> Iterator[str]:
    """Yield a title and, for "minister of X", "X minister"."""
    words = normal(title)
    yield words
    found = _MINISTER.fullmatch(words)
    if found is not None and found["field"] not in _NO_FIELD:
        yield f"{found['field']} {found['noun']}"
    federal = re.sub(r"^(?:union|federal|cabinet) (?=.*(?:minister|secretary|chancellor))", "", words)
    if federal != words:
        yield from _forms(federal)


def jurisdiction(of: str) -> tuple[str, str]:
    """Return how the catalogue writes of what an office is, and its kind.

    Args:
        of: a country by name, code or Wikidata id; else the name of an organization, province or state.

    """
    code = territories.load().code(of)
    if code is not None:
        return code, COUNTRY
    return folded(of), UNKNOWN
