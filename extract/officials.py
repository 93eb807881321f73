"""Whom an office without a name means: "the US president", by whom the article names, else by who held it then."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from spacy.tokens import Token

from extract import dates, syntax
from extract.cast import CONFIDENCE, Member
from extract.identification import published
from extract.jurisdictions import Jurisdiction, of_known, of_member
from extract.mentions import Name
from extract.reading import Page, Reading
from extract.titles import NOW, parsed
from graph.catalogue.folding import folded
from graph.catalogue.lookup import Catalogue
from graph.catalogue.offices import ORGANIZATION
from graph.catalogue.periods import Period, period
from graph.catalogue.records import Entry

if TYPE_CHECKING:
    from extract.roles import Office

_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST = 6  # words of a title
_OF = ("of", "for", "to")
# An article or a number before a title means somebody not further known, or several.
_ANY = frozenset({"a", "an", "any", "every", "each", "no", "another", "some", "all", "both", "two", "three"})
_MODIFIERS = frozenset({"poss", "compound", "amod", "nmod", "nummod"})


class Officials:
    """The holders of the offices that one article speaks of."""

    def __init__(self, reading: Reading, catalogue: Catalogue) -> None:
        self._reading = reading
        self._catalogue = catalogue
        self._published = published(reading)
        self._named: list[tuple[str, str, Jurisdiction | None]] = []  # actor, bare title, of what

    def learn(self, held: "Iterable[Office]") -> None:
        """Learn whom the article itself names with which office."""
        for office in held:
            title = parsed(office.title)
            if title.when == NOW and title.bare and office.until is None:
                of = None
                if office.of is not None:
                    of = of_member(self._reading.cast.members[office.of.actor])
                self._named.append((office.person.actor, title.bare, of))

    def holder(self, page: Page, noun: Token) -> tuple[str, str] | None:
        """Return the actor whom the title that ends at a noun means, and the rule that says so.

        None where the title has a name, says of nothing that it is its office, is over or not yet held, or where the
        date is unknown or of two holders.
        """
        if noun.tag_ not in {"NN", "NNP"} or noun.i in page.by_token or not self._is_somebody(page, noun):
            return None
        title = self._title(page, noun)
        if title is None:
            return None
        for of in self._jurisdictions(page, noun):
            for office, name in of.offices(title):
                named = self._named_with(office, name)
                if named:
                    return (named.pop(), "office-holder") if len(named) == 1 else None
                found = self._at_date(noun, office, name)
                if found is not None and self._fits_gender(title, found[0]):
                    return found
        return None

    def _fits_gender(self, title: str, actor: str) -> bool:
        """Tell whether a person may have that title: the queen of a king's country holds no office."""
        own = {self._reading.gazetteer.genders.get(word.capitalize()) for word in title.split()} - {"", None}
        return not own or self._reading.cast.members[actor].gender in {None, *own}

    def _is_somebody(self, page: Page, noun: Token) -> bool:
        """Tell whether a title stands for its holder: nobody is meant by "ran for governor of Ohio".

        "Became the US president", "as the US president" speak of the office, with a holder of their own.
        """
        if noun.dep_ in {"attr", "oprd", "appos"} or (noun.dep_ == "pobj" and noun.head.lower_ == "as"):
            return False
        before = [each for each in noun.lefts if each.dep_ in _MODIFIERS]
        return any(each.lower_ == "the" for each in noun.lefts) or any(
            (name := page.by_token.get(each.i)) is not None and bool(name.known) for each in before
        )

    def _title(self, page: Page, noun: Token) -> str | None:
        """Return the longest known title that ends at a noun, or with "of" after it, if it is held now."""
        doc = page.doc
        start = noun.i
        known = self._reading.gazetteer.offices
        for first in range(max(noun.sent.start, noun.i - _LONGEST), noun.i + 1):
            if any(index in page.by_token for index in range(first, noun.i)):
                continue
            if doc[first : noun.i + 1].text.lower().replace("’", "'") in known:
                start = first
                break
        words = doc[start : noun.i + 1].text
        # "president - elect" is parsed in pieces
        if noun.i + 1 < len(doc) and doc[noun.i + 1].text in {"-", "–"}:
            return None
        before = [each for each in noun.lefts if each.i < start]
        first_token = doc[start]
        before += [each for each in first_token.lefts if each.i < start and each not in before]
        for each in before:
            if each.lower_ in _ANY or (each.i not in page.by_token and parsed(each.text).when != NOW):
                return None
            if each.i not in page.by_token and each.dep_ in {"amod", "nummod"} and parsed(each.text).bare:
                return None  # "the youngest US president", "the eleventh"
        title = parsed(words)
        if title.when != NOW or not title.bare:
            return None
        named = [each for each in noun.children if each.dep_ == "appos" and each.i in page.by_token]
        if named or (noun.dep_ == "compound" and noun.head.pos_ == "PROPN" and noun.head.i in page.by_token):
            return None
        field = self._field(page, noun)
        return f"{title.bare} of {field}" if field else title.bare

    def _field(self, page: Page, noun: Token) -> str | None:
        """Return the words of "secretary of state", "minister of foreign affairs"."""
        for preposition in ("of", "for"):
            for each in syntax.preposition_objects(noun, preposition):
                if each.i not in page.by_token:
                    return page.doc[each.left_edge.i : each.i + 1].text.lower()
        return None

    def _jurisdictions(self, page: Page, noun: Token) -> Iterator[Jurisdiction]:
        """Yield of what an office may be, the nearest statement first: "Canada's premier of Alberta" is Alberta's."""
        below = [noun]
        for preposition in _OF:
            below += [
                each for each in syntax.preposition_objects(noun, preposition) if each.i not in page.by_token
            ]
        for head in below:
            for preposition in _OF:
                for each in syntax.preposition_objects(head, preposition):
                    yield from self._of(page, each)
        for each in reversed(list(noun.lefts)):
            if each.dep_ in _MODIFIERS:
                yield from self._of(page, each)

    def _of(self, page: Page, token: Token) -> Iterator[Jurisdiction]:
        name = page.by_token.get(token.i)
        if name is None:
            return
        found = self._of_name(page, name)
        if found is not None:
            yield found

    def _of_name(self, page: Page, name: Name) -> Jurisdiction | None:
        if name.known:
            return of_known(name.known[0], name.text)
        resolved = self._reading.actor_of(page, name)
        if resolved is not None:
            return of_member(self._reading.cast.members[resolved[0]])
        return Jurisdiction(ORGANIZATION, (folded(name.text),)) if name.kind == ORGANIZATION else None

    def _named_with(self, office: str, name: str) -> set[str]:
        """Return whom the article names with an office of that jurisdiction."""
        return {
            actor
            for actor, title, of in self._named
            if of is not None and (office, name) in of.offices(title)
        }

    def _at_date(self, noun: Token, office: str, of: str) -> tuple[str, str] | None:
        on = self._date(noun)
        if on is None:
            return None
        found = self._catalogue.holder(office, of, on)
        if found is None:
            return None
        rule = "office-by-date" if found.certainty == "certain" else "office-last-known"
        member = self._member(found.entry, rule)
        return member.id, rule

    def _date(self, noun: Token) -> Period | None:
        """Return when what is said of an office happened: as its clause says, else when the article appeared."""
        day: date | None = None
        if self._published is not None and self._published.first == self._published.last:
            day = self._published.first
        stated = dates.when(noun, day, future=False)
        if stated is None:
            # A year that no clause of its own claims may be the year of this: "conferred by the president, in 2014".
            years = {each.text for each in noun.sent if _YEAR.fullmatch(each.text)}
            return None if day is not None and years - {str(day.year)} else self._published
        when = period(stated.date)
        if self._published is not None and when.last > self._published.last:
            return self._published if when.first >= self._published.first else None
        return when

    def _member(self, entry: Entry, rule: str) -> Member:
        members = self._reading.cast.members
        if entry.id not in members:
            members[entry.id] = Member(
                entry.id, entry.kind, entry.name, entry.wikidata, entry.country, entry.sector, rule,
                CONFIDENCE[rule], [entry.name], entry.gender,
            )  # fmt: skip
        return members[entry.id]
