"""Who appears in an article: names are resolved to actors, first by the full names the article gives.

Each resolution carries the rule that made it and a confidence. Where two candidates remain, a name stays an
actor of its own: one actor too many is better than two merged that are not the same.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field, fields

from extract import first_names
from extract.gazetteer import CAPITAL, PEOPLE, REGION, RESIDENCE, Gazetteer, Known, name_forms
from extract.mentions import SETTING, Name
from extract.senses import Senses
from extract.spelling import folded, key_of, plain, suffix_of, surname_of, without_suffixes, words_of
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
    "affiliated": 0.9,
    "definite-noun": 0.7,
    "office-holder": 0.85,
    "group-noun": 0.6,
    "couple": 0.75,
    "pronoun": 0.75,
    "speaker": 0.85,
    "first-name": 0.85,
    "inside-name": 0.8,
    "setting": 0.6,
    "team": 0.8,
    "dateline": 0.9,
    "short-name": 0.9,
    "catalogue-title": 0.95,
    "catalogue-name": 0.9,
    "title-surname": 0.9,
    "title-surname-once": 0.75,
    "surname-in-office": 0.75,
    "office-by-date": 0.85,
    "office-last-known": 0.6,
}


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
    senses: Senses = field(init=False)
    _surnames: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _firsts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _full: dict[str, str] = field(default_factory=dict)  # folded full name → person
    _shorts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))  # "Milex" → "Milex Corp"
    _acronyms: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _by_first: dict[str, set[str]] = field(
        default_factory=lambda: defaultdict(set)
    )  # "Heublein" → "Heublein Wines Inc"
    _bodies: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # word of its name → body
    _introduced: set[str] = field(default_factory=set)  # persons whose full name has been read

    def __post_init__(self) -> None:
        self.senses = Senses(self.gazetteer)

    def learn(self, name: Name) -> None:
        """Take note of a full name, so that shorter forms of it can be resolved wherever they stand."""
        words = words_of(name.text)
        self._learn_acronym(name)
        if name.known:
            self.senses.learn(name)
            short = without_suffixes(words)
            if (
                len(words) > 1
                and short[0] not in name_forms("common_firsts")
                and name.known[0].sector == "company"
            ):
                self._by_first[folded(short[0])].add(self.add_known(name.known[0], name.text, "gazetteer").id)
            return
        if self._is_thing(words, name.kind):
            return
        if name.kind == "Place" and name.rule != "overlooked":
            self._full[folded(name.text)] = self.add(
                name.kind, name.text, "name" if len(words) > 1 else "single-name"
            ).id
        if len(words) == 1:
            return
        if name.kind == "Person":
            member = self._person(words, name.text)
            suffix = suffix_of(name.text)
            self._full[key_of(name.text)] = member.id
            surname = surname_of(words)
            for index, word in (
                (self._surnames, surname),
                (self._surnames, f"{surname} {suffix}".strip()),
                (self._firsts, folded(words[0])),
            ):
                if member.id not in index[word]:
                    index[word].append(member.id)
            member.gender = member.gender or name.gender or first_names.gender(words[0])
        elif name.kind == "Organization":
            member = self.add("Organization", name.text, "name")
            inner = next(
                (at for at, word in enumerate(words) if at and word in {"of", "for", "on", "in"}), len(words)
            )
            self._bodies[words[inner - 1]].add(member.id)
            short = without_suffixes(words)
            if len(short) < len(words) and len(short) > 1 and short[0] not in name_forms("common_firsts"):
                self._by_first[folded(short[0])].add(member.id)
            if len(short) < len(words) and member.id not in self._shorts[folded(" ".join(short))]:
                self._shorts[folded(" ".join(short))].append(member.id)

    def _learn_acronym(self, name: Name) -> None:
        """Take note of the first letters of a body's or place's name: "LA" after "Los Angeles"."""
        words = words_of(name.text)
        if name.kind not in {"Organization", "Place"} or len(words) == 1 or name.rule == "overlooked":
            return
        acronym = "".join(word[0] for word in words if word[0].isupper())
        if len(acronym) > 1 and name.text not in self._acronyms[acronym]:
            self._acronyms[acronym].append(name.text)

    def _spelt_out(self, text: str) -> str | None:
        """Return the one body or place of the article whose first letters these are."""
        own = text.isupper() and text not in self.gazetteer.forms  # "US" is no University of Sheffield
        names = self._acronyms.get(text, []) if own else []
        actors = {self._named_in_full(name) for name in names}
        return actors.pop() if len(actors) == 1 else None

    def _named_in_full(self, text: str) -> str | None:
        known = self.gazetteer.forms.get(text)
        if known is not None:
            sense = self.senses.sense(known)
            return self.add_known(sense, text, "gazetteer").id if sense is not None else None
        identity = actor_id("Organization", plain(text))
        return self._full.get(folded(text)) or (identity if identity in self.members else None)

    def resolve(self, name: Name) -> tuple[str, str] | None:
        """Return the actor of a name and the rule that says so, None where the name is no actor."""
        if name.known:
            return self._person_of_that_name(name) or self._known(name)
        if (person := self._short(name)) is not None:
            return person
        if name.team:
            return self.add("Organization", f"{name.text} team", "team", local=True).id, "team"
        words = words_of(name.text)
        if (
            not words
            or name.kind == SETTING
            or name.text in self.gazetteer.regions
            or self._is_thing(words, name.kind)
        ):
            return None
        if name.kind == "Person" and len(words) > 1:
            person_id = self._person(words, name.text).id
            self._introduced.add(person_id)
            return person_id, "full-name"
        if (full := self._spelt_out(name.text)) is not None:
            _note(self.members[full].names, name.text)
            return full, "acronym"
        if (longer := self._company(words, name.kind)) is not None:
            _note(self.members[longer].names, name.text)
            return longer, "short-name"
        if name.after_the and name.text.endswith("s") and self.is_surname(name.text[:-1]):
            return self.add("Group", name.text, "single-name", local=True).id, "single-name"  # "the Sams"
        rule = "overlooked" if name.rule == "overlooked" else "name" if len(words) > 1 else "single-name"
        # "the Administration", "the Board": there are many, and which one is this article's to say.
        common = len(words) == 1 and words[0].lower() in self.gazetteer.roles and not words[0].isupper()
        local = (name.kind in {"Person", "Group"} and len(words) == 1) or rule == "overlooked" or common
        if common and name.kind == "Organization" and len(bodies := self._bodies.get(words[0], ())) == 1:
            body = next(iter(bodies))
            _note(self.members[body].names, name.text)
            return body, "short-name"
        return self.add(name.kind, name.text, rule, local=local).id, rule

    def _company(self, words: list[str], kind: str) -> str | None:
        """Return the one company of the article whose short name the words are; "Heublein" alone is no person."""
        if kind != "Organization" and (
            kind not in {"Person", "Place"} or len(words) > 1 or first_names.known(words[0])
        ):
            return None
        key = folded(" ".join(words))
        for found in (
            self._shorts.get(key, ()),
            self._by_first.get(key, ()) if kind == "Organization" else (),
        ):
            if found:
                return next(iter(found)) if len(found) == 1 else None
        return None

    def _short(self, name: Name) -> tuple[str, str] | None:
        """Return the person of a surname or first name; of two of one surname none, but some person."""
        key = key_of(name.text)
        candidates = self._surnames.get(key, [])
        chosen = self._one_of(candidates, name.gender)
        rule = "surname"
        if chosen is None and not candidates and name.kind == "Person":
            chosen, rule = self._one_of(self._firsts.get(key, []), name.gender), "first-name"
        if chosen is not None:
            _note(self.members[chosen].names, name.text)
            return chosen, rule
        if len(candidates) > 1:
            member = self.add("Person", name.text, "single-name", local=True)
            sexes = {self.members[each].gender for each in candidates}
            member.gender = name.gender or member.gender or (sexes.pop() if len(sexes) == 1 else None)
            return member.id, "single-name"
        return None

    def _one_of(self, candidates: list[str], gender: str | None) -> str | None:
        """Return the one person meant: the only one, the only one of that sex, the only one named so far."""
        if gender is not None:
            candidates = [each for each in candidates if self.members[each].gender in {None, gender}]
        if len(candidates) > 1:
            # "Trump" is the father where "Trump Jr." is the son.
            candidates = [each for each in candidates if not suffix_of(self.members[each].name)] or candidates
        if len(candidates) > 1:
            exact = [
                each for each in candidates if gender is not None and self.members[each].gender == gender
            ]
            so_far = [each for each in candidates if each in self._introduced]
            candidates = exact if len(exact) == 1 else so_far
        return candidates[0] if len(candidates) == 1 else None

    def _person_of_that_name(self, name: Name) -> tuple[str, str] | None:
        """Return the person of the article whose surname is also a country or place: "Mr Jordan"."""
        key = key_of(name.text)
        if name.is_modifier or not self._surnames.get(key) or name.locates:
            return None
        others = self.senses.speaking_of(name.known[0].country) - {name.text}
        if name.gender is None and name.kind != "Person" and others:
            return None  # the article speaks of the country too
        return self._short(name)

    def named(self, text: str) -> str | None:
        """Return the one person of that full name or surname, or the body or place, that the article names."""
        key = key_of(text)
        if key in self._full:
            return self._full[key]
        candidates = self._surnames.get(key, [])
        return candidates[0] if len(candidates) == 1 else self._spelt_out(text)

    def _is_thing(self, words: list[str], kind: str) -> bool:
        # "Nathan Law" is no law.
        named = (
            kind == "Person" and len(words) == len(("Nathan", "Law")) and bool(first_names.gender(words[0]))
        )
        return (" ".join(words) in self.gazetteer.things or words[0] in name_forms("things_first")) or (
            len(words) > 1 and words[-1] in self.gazetteer.thing_endings and not named
        )

    def eponym(self, text: str) -> str | None:
        """Return the person whose full name a body or place bears, None where the words are no full name."""
        self.learn(Name(0, 0, 0, text, "Person", (), "inside-name"))
        return self._full.get(key_of(text))

    def is_surname(self, text: str) -> bool:
        """Tell whether a person of the article has that surname."""
        return key_of(text) in self._surnames

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
        identity = actor_id(kind, plain(name), article=self.article if local else None)
        if identity not in self.members:
            self.members[identity] = Member(
                identity, kind, plain(name), None, country, sector, rule, CONFIDENCE[rule]
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
                elif isinstance(value, set) and old in value:
                    value.remove(old)
                    value.add(new)
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
        if known.form == REGION:
            return None
        if name.locates and known.city is not None:
            return self.add_known(known.city, name.text, "place").id, "place"
        rule = {CAPITAL: "capital", RESIDENCE: "residence", PEOPLE: "people"}.get(known.form, "gazetteer")
        return self.add_known(known, name.text, rule).id, rule

    def _person(self, words: list[str], text: str) -> Member:
        """Return the person of a full name; "Donald J. Trump" and "Donald Trump" are one."""
        core = [words[0], *(word for word in words[1:-1] if not _initial(word)), words[-1]]
        suffix = suffix_of(text)
        # "Donald Trump Jr." is not Donald Trump.
        name = " ".join([*core, f"{suffix.capitalize()}."] if suffix else core)
        member = self.add("Person", name, "full-name")
        _note(member.names, plain(text))
        return member


def _initial(word: str) -> bool:
    return bool(re.fullmatch(r"[A-Z]\.?", word))


def _note(names: list[str], name: str) -> None:
    form = plain(name)
    if form and form not in names:
        names.append(form)
