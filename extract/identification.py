"""Which names of an article are actors of the catalogue: by full name, by title and surname, by surname in office.

A name is only identified where exactly one actor of the catalogue fits all that the article says of it; namesakes
that nothing tells apart stay the article's own.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from extract.cast import CONFIDENCE, Member
from extract.jurisdictions import Jurisdiction, of_member
from extract.reading import Reading
from extract.titles import NOW, OTHER, PAST, Title, parsed
from graph.catalogue import offices
from graph.catalogue.folding import folded
from graph.catalogue.lookup import Catalogue
from graph.catalogue.periods import Period, covers, period
from graph.catalogue.records import Entry, Term

if TYPE_CHECKING:
    from extract.roles import Office

_HEADS = ("president", "prime minister", "monarch", "supreme leader", "pope")
# What a person is called in the article that no holder of a high office is at the same time.
_OTHER_WALKS = frozenset({"media", "activist", "religious", "local", "business", "judicial", "other"})
# Titles that a holder of any office may have had besides.
_ANY_WALK = frozenset(
    ["director", "chairman", "chairwoman", "chair", "chief", "head", "president", "executive", "owner", "founder",
     "co-founder", "author", "businessman", "businesswoman"]
)  # fmt: skip
_REMEMBERED = timedelta(days=10 * 365)  # after an office
_RISING = timedelta(days=2 * 365)  # before one
_YOUTH = timedelta(days=15 * 365)  # in which somebody may be in the news before a first high office
_LEAST_SURNAME = 4  # letters of a surname that may stand alone


@dataclass(frozen=True, slots=True)
class _Stated:
    """A title that the article gives a person, and of what, where it says so itself."""

    title: Title
    of: Jurisdiction | None
    level: str | None


@dataclass(slots=True)
class _Facts:
    """What an article says that tells namesakes apart."""

    on: Period | None
    stated: dict[str, list[_Stated]] = field(default_factory=lambda: defaultdict(list))
    countries: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()


def published(reading: Reading) -> Period | None:
    """Return the day, month or year of publication, None where it is unknown."""
    given = reading.article.published
    if not given or not re.fullmatch(r"[12]\d{3}(-\d\d){0,2}", given):
        return None
    try:
        return period(given)
    except ValueError:
        return None


def identify(reading: Reading, held: "Iterable[Office]", catalogue: Catalogue) -> bool:
    """Give the article's actors that are in the catalogue its ids, and tell whether there were any."""
    facts = _facts(reading, held)
    changed = False
    for member in list(reading.cast.members.values()):
        if member.wikidata is not None or member.kind not in {"Person", "Organization"}:
            continue
        found = _entry(member, facts, catalogue)
        if found is not None:
            entry, rule = found
            _become(reading, member, entry, rule)
            changed = True
    return changed


def _facts(reading: Reading, held: "Iterable[Office]") -> _Facts:
    facts = _Facts(published(reading))
    for office in held:
        if not office.title:
            continue
        of = None
        # An office whose country only the rest of the article suggests may be of another.
        if office.of is not None and "+country" not in office.rule:
            of = of_member(reading.cast.members[office.of.actor])
        level = reading.gazetteer.offices.get(parsed(office.title).bare)
        facts.stated[office.person.actor].append(_Stated(parsed(office.title), of, level))
    known = [each for page in reading.pages for name in page.names for each in name.known[:1]]
    facts.countries = frozenset(each.country for each in known if each.country is not None)
    facts.bodies = frozenset(folded(each.name) for each in known if each.kind != "Country")
    return facts


def _entry(member: Member, facts: _Facts, catalogue: Catalogue) -> tuple[Entry, str] | None:
    if member.kind == "Organization":
        found = catalogue.named(member.name, "Organization")
        return (found[0], "catalogue-name") if len(found) == 1 and _fits_country(member, found[0]) else None
    if len(member.name.split()) > 1:
        return _by_full_name(member, facts, catalogue)
    return _by_title(member, facts, catalogue) or _by_surname(member, facts, catalogue)


def _fits_country(member: Member, entry: Entry) -> bool:
    return member.country is None or entry.country is None or member.country == entry.country


def _by_full_name(member: Member, facts: _Facts, catalogue: Catalogue) -> tuple[Entry, str] | None:
    """Return the one of that full name whom nothing in the article contradicts and something supports."""
    forms = [member.name, *(each for each in member.names if " " in each)]
    found = {entry.id: entry for form in dict.fromkeys(forms) for entry in catalogue.named(form, "Person")}
    stated = facts.stated.get(member.id, [])
    fitting: list[tuple[Entry, bool]] = []
    for entry in found.values():
        terms = catalogue.terms(entry)
        # A full name with its office is enough where the date is unknown.
        titled = any(
            _holds(terms, each, facts.on, loosely=True) or (facts.on is None and _has_held(terms, each))
            for each in stated
        )
        if titled or not _contradicted(entry, terms, stated):
            fitting.append((entry, titled))
    titled_ones = [entry for entry, titled in fitting if titled]
    if len(titled_ones) == 1:
        return titled_ones[0], "catalogue-title"
    if len(fitting) != 1 or len(found) != 1:
        return None
    entry = fitting[0][0]
    terms = catalogue.terms(entry)
    if _before_their_time(terms, facts.on):
        return None
    here = {each for each in (entry.country, *(term.of for term in terms)) if each}
    if not here.isdisjoint(facts.countries | facts.bodies) or any(
        _well_known(term, facts.on) for term in terms
    ):
        return entry, "catalogue-name"
    return None


def _well_known(term: Term, on: Period | None) -> bool:
    """Tell whether a head of state or government was one about that date, and so needs no introduction."""
    if term.office not in _HEADS or on is None:
        return term.office in _HEADS
    near = Period(on.first - _REMEMBERED, on.last + _RISING)
    return covers(near, term.start, term.end, term.known_until) is not None


def _before_their_time(terms: Iterable[Term], on: Period | None) -> bool:
    """Tell whether an article is so much older than all offices of a person that it may mean a namesake."""
    starts = [period(term.start).first for term in terms if term.start]
    return on is not None and bool(starts) and on.last + _YOUTH < min(starts)


def _contradicted(entry: Entry, terms: tuple[Term, ...], stated: Iterable[_Stated]) -> bool:
    """Tell whether the article gives a person another country or another walk of life."""
    countries = {entry.country, *(term.of for term in terms)} - {None}
    for each in stated:
        if _has_held(terms, each):
            continue
        if each.level in _OTHER_WALKS and each.title.bare not in _ANY_WALK:
            return True
        if each.of is not None and each.of.kind == offices.COUNTRY and countries.isdisjoint(each.of.names):
            return True
    return False


def _by_title(member: Member, facts: _Facts, catalogue: Catalogue) -> tuple[Entry, str] | None:
    """Return the one whom a title and a surname mean at the article's date: "Prime Minister Trudeau"."""
    stated = [each for each in facts.stated.get(member.id, []) if each.title.when != OTHER]
    if not stated:
        return None
    known = [(entry, catalogue.terms(entry)) for entry in catalogue.surnamed(member.name)]
    for loosely in (False, True):
        fitting = [
            entry for entry, terms in known
            if any(_holds(terms, each, facts.on, loosely=loosely) for each in stated)
        ]  # fmt: skip
        if len(fitting) == 1:
            return fitting[
                0
            ], "title-surname" if not loosely and facts.on is not None else "title-surname-once"
        if fitting:
            return None
    return None


def _holds(terms: Iterable[Term], stated: _Stated, on: Period | None, *, loosely: bool) -> bool:
    """Tell whether terms have an office that is stated, at that date.

    Loosely, a head of state or government may have held it at any earlier time, since some are called by their
    title for life, and may be meant where the date is unknown.
    """
    for term in terms:
        if not _is_office(term, stated):
            continue
        if on is None:
            if loosely and term.office in _HEADS:
                return True
            continue
        if stated.title.when == NOW and covers(on, term.start, term.end, term.known_until):
            return True
        over = term.end is not None and period(term.end).first <= on.last
        if over and (stated.title.when == PAST or (loosely and term.office in _HEADS)):
            return True
    return False


def _has_held(terms: Iterable[Term], stated: _Stated) -> bool:
    return any(_is_office(term, stated) for term in terms)


def _is_office(term: Term, stated: _Stated) -> bool:
    title = stated.title.bare
    if stated.of is None:
        return term.office in offices.load().meanings(title)
    if (term.office, term.of) in stated.of.offices(title):
        return True
    # "Minister of State for Housing" of a table that has it under no other name
    return term.of in stated.of.names and offices.office_of(title, term.of, stated.of.kind) == term.office


def _by_surname(member: Member, facts: _Facts, catalogue: Catalogue) -> tuple[Entry, str] | None:
    """Return the head of state or government at the date whose country is named: "Macron" in an article on France."""
    if facts.on is None or len(member.name) < _LEAST_SURNAME or facts.stated.get(member.id):
        return None
    found = [
        (entry, {term.of for term in catalogue.terms(entry) if term.office in _HEADS
                 and covers(facts.on, term.start, term.end, term.known_until)})
        for entry in catalogue.surnamed(member.name)
    ]  # fmt: skip
    heads = [(entry, of) for entry, of in found if of]
    if len(heads) != 1 or len(found) != 1 or heads[0][1].isdisjoint(facts.countries):
        return None
    return heads[0][0], "surname-in-office"


def _become(reading: Reading, member: Member, entry: Entry, rule: str) -> None:
    """Make a member of the cast the catalogue's actor; one that is already there takes up its names."""
    old = member.id
    reading.cast.rename(old, entry.id)
    there = reading.cast.members.get(entry.id)
    names = [entry.name, *member.names]
    if there is None:
        there = member
        member.id, member.wikidata, member.rule = entry.id, entry.wikidata, rule
        member.confidence = CONFIDENCE[rule]
        reading.cast.members[entry.id] = member
    there.name = entry.name
    there.country = entry.country or there.country
    there.sector = there.sector or entry.sector
    there.gender = entry.gender or there.gender
    there.names = list(dict.fromkeys([*there.names, *names]))
    for place, (actor, why) in _resolutions(reading):
        if actor == old:
            kept = why if why in {"full-name", "surname"} else rule
            reading.resolved[place] = (entry.id, kept)


def _resolutions(reading: Reading) -> Iterator[tuple[tuple[int, int], tuple[str, str]]]:
    yield from list(reading.resolved.items())
