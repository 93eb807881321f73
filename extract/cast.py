"""Who appears in an article: names are resolved to actors, first by the full names the article gives.

Each resolution carries the rule that made it and a confidence. Where two candidates remain, a name stays an
actor of its own: one actor too many is better than two merged that are not the same.
"""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field, fields

from extract.gazetteer import CAPITAL, PEOPLE, RESIDENCE, Gazetteer, Known
from extract.mentions import Name
from graph.ids import actor_id
from graph.model import Actor, Resolution

# How sure each rule is, from the development articles; docs/changing.md says how they were set.
CONFIDENCE = {
    "gazetteer": 0.97,
    "full-name": 0.95,
    "surname": 0.92,
    "capital": 0.85,
    "residence": 0.85,
    "place": 0.9,
    "people": 0.7,
    "acronym": 0.9,
    "name": 0.8,
    "single-name": 0.6,
    "overlooked": 0.4,
    "representative": 0.85,
    "government-noun": 0.85,
    "body-noun": 0.8,
    "apposition": 0.9,
    "described": 0.75,
    "definite-noun": 0.7,
    "office-holder": 0.85,
    "group-noun": 0.6,
    "couple": 0.75,
    "pronoun": 0.75,
    "speaker": 0.85,
    "catalogue-title": 0.95,
    "catalogue-name": 0.9,
    "title-surname": 0.9,
    "title-surname-once": 0.75,
    "surname-in-office": 0.75,
    "office-by-date": 0.85,
    "office-last-known": 0.6,
}
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
_PARTICLES = frozenset(
    {
        "van",
        "von",
        "de",
        "del",
        "della",
        "der",
        "da",
        "dos",
        "bin",
        "ibn",
        "al",
        "el",
        "ben",
        "abu",
        "du",
        "la",
        "le",
    }
)


@dataclass(slots=True)
class Member:
    """An actor while its article is read; `names` grow with every form seen."""

    id: str
    kind: str
    name: str
    wikidata: str | None
    country: str | None
    sector: str | None
    rule: str
    confidence: float
    names: list[str] = field(default_factory=list)
    gender: str | None = None
    descriptions: set[str] = field(default_factory=set)  # lemmas of nouns that describe it


@dataclass(slots=True)
class Cast:
    """The actors of one article."""

    article: str
    gazetteer: Gazetteer
    members: dict[str, Member] = field(default_factory=dict)
    _surnames: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _acronyms: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def learn(self, name: Name) -> None:
        """Take note of a full name, so that shorter forms of it can be resolved wherever they stand."""
        words = _words(name.text)
        if name.known or len(words) == 1:
            return
        if name.kind == "Person":
            member = self._person(words, name.text)
            surname = _surname(words)
            if member.id not in self._surnames[surname]:
                self._surnames[surname].append(member.id)
        elif name.kind == "Organization":
            acronym = "".join(word[0] for word in words if word[0].isupper())
            member = self.add("Organization", name.text, "name")
            if len(acronym) > 1 and member.id not in self._acronyms[acronym]:
                self._acronyms[acronym].append(member.id)

    def resolve(self, name: Name) -> tuple[str, str] | None:
        """Return the actor of a name and the rule that says so, None where the name is no actor."""
        if (not name.known or name.kind == "Person") and (surname := self.surname(name.text)):
            return surname, "surname"
        if name.known:
            return self._known(name)
        words = _words(name.text)
        if not words or name.text in self.gazetteer.regions or self._is_thing(words):
            return None
        if name.kind == "Person" and len(words) > 1:
            return self._person(words, name.text).id, "full-name"
        if name.text.isupper() and len(self._acronyms.get(name.text, [])) == 1:
            member = self.members[self._acronyms[name.text][0]]
            _note(member.names, name.text)
            return member.id, "acronym"
        rule = "overlooked" if name.rule == "overlooked" else "name" if len(words) > 1 else "single-name"
        local = (name.kind in {"Person", "Group"} and len(words) == 1) or rule == "overlooked"
        return self.add(name.kind, name.text, rule, local=local).id, rule

    def _is_thing(self, words: list[str]) -> bool:
        return " ".join(words) in self.gazetteer.things or (
            len(words) > 1 and words[-1] in self.gazetteer.thing_endings
        )

    def surname(self, text: str) -> str | None:
        """Return the one person of the article whose surname this is."""
        candidates = self._surnames.get(_folded(text), [])
        if len(candidates) != 1:
            return None
        _note(self.members[candidates[0]].names, text)
        return candidates[0]

    def add(
        self,
        kind: str,
        name: str,
        rule: str,
        *,
        local: bool = False,
        country: str | None = None,
        sector: str | None = None,
    ) -> Member:
        """Return the actor of that kind and name, new if need be; `local` ones are this article's own."""
        identity = actor_id(kind, _plain(name), article=self.article if local else None)
        if identity not in self.members:
            self.members[identity] = Member(
                identity, kind, _plain(name), None, country, sector, rule, CONFIDENCE[rule]
            )
        member = self.members[identity]
        _note(member.names, name)
        return member

    def add_known(self, known: Known, form: str, rule: str) -> Member:
        """Return the gazetteer's actor as a member of this article's cast."""
        if known.id not in self.members:
            self.members[known.id] = Member(
                known.id, known.kind, known.name, known.wikidata, known.country, known.sector, "gazetteer",
                CONFIDENCE["gazetteer"],
            )  # fmt: skip
        member = self.members[known.id]
        _note(member.names, form if rule in {"gazetteer", "place"} else known.name)
        return member

    def rename(self, old: str, new: str) -> None:
        """Let every index speak of an actor by another id, and take it from the members under the old one."""
        self.members.pop(old, None)
        for each in fields(self):
            index = getattr(self, each.name)
            if each.name == "members" or not isinstance(index, dict):
                continue
            for key, value in index.items():
                if value == old:
                    index[key] = new
                elif isinstance(value, list):
                    value[:] = dict.fromkeys(new if one == old else one for one in value)

    def actors(self, used: set[str]) -> tuple[Actor, ...]:
        """Return those of the actors that are used, ordered by id."""
        return tuple(
            Actor(
                member.id, member.kind, member.name, tuple(sorted({member.name, *member.names})), member.wikidata,
                member.country, member.sector, Resolution(member.rule, member.confidence),
            )
            for member in sorted(self.members.values(), key=lambda member: member.id)
            if member.id in used
        )  # fmt: skip

    def _known(self, name: Name) -> tuple[str, str] | None:
        if name.is_modifier:
            return None
        known = name.known[0]
        if name.locates and known.city is not None:
            return self.add_known(known.city, name.text, "place").id, "place"
        rule = {CAPITAL: "capital", RESIDENCE: "residence", PEOPLE: "people"}.get(known.form, "gazetteer")
        return self.add_known(known, name.text, rule).id, rule

    def _person(self, words: list[str], text: str) -> Member:
        """Return the person of a full name; "Donald J. Trump" and "Donald Trump" are one."""
        core = [words[0], *(word for word in words[1:-1] if not _initial(word)), words[-1]]
        name = " ".join(core) if len(core) < len(words) else " ".join(words)
        member = self.add("Person", name, "full-name")
        _note(member.names, _plain(text))
        return member


def _words(text: str) -> list[str]:
    words = [word for word in re.split(r"\s+", _plain(text)) if word]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return words


def _plain(text: str) -> str:
    """Return a name without a possessive, quotation marks and doubled spaces."""
    text = re.sub(r"[’']s$|[’']$", "", " ".join(text.split()))
    return text.strip('"“”‘ ')


def _surname(words: list[str]) -> str:
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _PARTICLES:
        start -= 1
    return _folded(" ".join(words[start:]))


def _folded(name: str) -> str:
    """Return a name as it is compared: without case and accents, which outlets write or leave out."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(each for each in decomposed if not unicodedata.combining(each)).casefold()


def _initial(word: str) -> bool:
    return bool(re.fullmatch(r"[A-Z]\.?", word))


def _note(names: list[str], name: str) -> None:
    plain = _plain(name)
    if plain and plain not in names:
        names.append(plain)
