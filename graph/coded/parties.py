"""Whom a row names: the actor that follows from a name, with a country where that is sure.

A country is known by its name, an office holder by the catalogue where country or office bear it out; "Police
(India)" is a body or a group of that country. Everybody else is known by the name alone, and a name that could be
anybody's ("Unspecified Actor") by nobody outside its file.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from graph import ontology
from graph.catalogue import tables, territories
from graph.catalogue.folding import folded
from graph.catalogue.lookup import Catalogue
from graph.coded.codes import DATA
from graph.coded.rows import Party
from graph.errors import ConfigurationError
from graph.ids import actor_id
from graph.model import Actor, Resolution

_SUFFIX = re.compile(r"(?P<role>.+?) \((?P<of>.+)\)")
_NUMERAL = re.compile(r".* [IVX]+")  # two houses may have an Albert II
_QID = re.compile(r"Q[1-9]\d*")
_NOBODY = frozenset({"unspecified actor", "unknown", "unidentified actor"})
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MOST_NAMES = 4  # words of a person's name
# Of these offices a country has one holder, so that the name alone tells who is meant.
_ALONE_IN_OFFICE = frozenset({"president", "prime minister", "monarch", "supreme leader"})
_CONFIDENCE = {
    "coded:country": 0.95,
    "coded:catalogue": 0.9,
    "coded:item": 0.9,
    "coded:name": 0.6,
    "coded:nobody": 0.3,
}


@dataclass(slots=True)
class Parties:
    """The actors of one file, by what its rows say of them."""

    article: str
    catalogue: Catalogue
    _known: dict[Party, Actor] = field(default_factory=dict)

    def actor(self, party: Party) -> Actor:
        """Return the actor that a side of a row is; the same side is always the same actor."""
        found = self._known.get(party)
        if found is None:
            found = self._known[party] = self._resolved(party)
        return found

    def country(self, name: str) -> Actor | None:
        """Return the country of that name or code, None where that is none."""
        code = _code(name)
        return _country(code, name) if code else None

    def _resolved(self, party: Party) -> Actor:
        name, code = party.name, _code(party.country)
        own = _named_country(name)
        if own is None and not party.role and code and territories.load().demonyms.get(folded(name)) == code:
            own = code
        if own is not None:
            return _country(own, name)
        if folded(name) in _NOBODY:
            return self._nobody(name)
        suffixed = _SUFFIX.fullmatch(name)
        if suffixed is not None:
            within = _named_country(suffixed["of"]) or code
            return _actor(_kind_of_role(suffixed["role"]), name, party, within, "coded:name")
        if _QID.fullmatch(party.wikidata):
            return Actor(
                party.wikidata, _kind(name), name, (name,), party.wikidata, code, party.sector or None,
                _resolution("coded:item"),
            )  # fmt: skip
        return self._in_catalogue(party, code) or self._by_name(party, code)

    def _in_catalogue(self, party: Party, code: str | None) -> Actor | None:
        entries = self.catalogue.named(party.name, "Person")
        if len(entries) != 1 or party.role:
            return None
        (entry,) = entries
        if code is not None and entry.country != code:
            return None
        if _NUMERAL.fullmatch(party.name):
            return None
        if code is None and not any(term.office in _ALONE_IN_OFFICE for term in self.catalogue.terms(entry)):
            return None
        names = tuple(dict.fromkeys((entry.name, party.name)))
        return Actor(
            entry.id, entry.kind, entry.name, names, entry.wikidata, entry.country, party.sector or entry.sector,
            _resolution("coded:catalogue"),
        )  # fmt: skip

    def _by_name(self, party: Party, code: str | None) -> Actor:
        if not party.role or _is_person(party.name):
            return _actor(_kind(party.name), party.name, party, code, "coded:name")
        if code is None:
            return self._nobody(party.name)
        # "Police" with the code of India is that country's, as ICEWS writes it: one actor in both.
        scoped = f"{party.name} ({territories.load().titles[code]})"
        return _actor(_kind_of_role(party.name), scoped, party, code, "coded:name")

    def _nobody(self, name: str) -> Actor:
        kind = _kind_of_role(name)
        identity = actor_id(kind, name, article=self.article)
        return Actor(identity, kind, name, (name,), None, None, None, _resolution("coded:nobody"))


def _actor(kind: str, name: str, party: Party, code: str | None, rule: str) -> Actor:
    return Actor(
        actor_id(kind, name), kind, name, (name,), None, code, party.sector or None, _resolution(rule)
    )


def _country(code: str, name: str) -> Actor:
    known = territories.load()
    title = known.titles[code]
    item = _items()[code]
    names = (title,) if folded(name) == folded(title) or len(name) < len("Peru") else (title, name)
    return Actor(item, "Country", title, names, item, code, None, _resolution("coded:country"))


def _resolution(rule: str) -> Resolution:
    return Resolution(rule, _CONFIDENCE[rule])


def _code(text: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country given by name or code, None where it is none."""
    given = text.strip()
    if not given:
        return None
    return _iso3().get(given.upper()) or territories.load().code(given)


def _kind(name: str) -> str:
    return _kind_by_words(name) or ("Person" if _is_person(name) else "Organization")


def _kind_of_role(role: str) -> str:
    return _kind_by_words(role) or "Group"


def _kind_by_words(name: str) -> str | None:
    """Return the kind that the last telling word of a name has: the police officer is no police.

    A word for places tells only where it ends the name and nothing else does: "African Union", "Port Authority of X
    Province".
    """
    words = folded(name).split()
    found = [kind for at in range(len(words)) if (kind := _kind_at(words, at)) is not None]
    last = [kind for kind in found if kind != "Place"]
    if last:
        return last[-1]
    return "Place" if found and _kind_at(words, len(words) - 1) else None


def _kind_at(words: list[str], at: int) -> str | None:
    kinds = _kinds()
    return kinds.get(" ".join(words[at : at + 2])) or kinds.get(words[at])


def _named_country(name: str) -> str | None:
    """Return the code of the country of that name, None where several have it in theirs: "Congo"."""
    known = territories.load()
    code = known.names.get(folded(name))
    if code is None or folded(known.titles[code]) == folded(name):
        return code
    within = f" {folded(name)} "
    several = {each for each, title in known.titles.items() if within in f" {folded(title)} "} | {code}
    return code if len(several) == 1 else None


def _is_person(name: str) -> bool:
    """Return whether a name looks like a person's: two to four capitalized words, none of which tells otherwise."""
    words = name.split()
    if not 1 < len(words) <= _MOST_NAMES or _kind_by_words(name):
        return False
    return all(_WORDS.fullmatch(word.rstrip(".,")) and word[0].isupper() for word in words)


@cache
def _kinds() -> Mapping[str, str]:
    path = DATA / "kinds.csv"
    found: dict[str, str] = {}
    for line, row in tables.rows(path, "word", "kind"):
        if row["kind"] not in ontology.load().kinds or row["word"] != folded(row["word"]):
            raise ConfigurationError(
                f"{path.name}, line {line}: {row['word']!r} must be in small letters and {row['kind']!r} a kind of"
                " ontology.toml"
            )
        found[row["word"]] = row["kind"]
    return found


@cache
def _items() -> Mapping[str, str]:
    return {code: item for item, code in territories.load().qids.items()}


@cache
def _iso3() -> Mapping[str, str]:
    return {
        row["iso3"]: row["iso2"]
        for _, row in tables.rows(territories.FILE, *territories.COLUMNS)
        if row["iso3"]
    }
