"""Offices, jobs and memberships that an article states: "US Ambassador Pete Hoekstra", "Dade of the foundation"."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extract import syntax
from extract.mentions import Name
from extract.parties import Parties, Party
from extract.reading import Page, Reading

_LONGEST_TITLE = 6  # words: "permanent representative to the United Nations" is looked up up to its noun
_QUALIFIERS = frozenset(
    {
        "former",
        "ex",
        "ex-",
        "then",
        "acting",
        "interim",
        "deputy",
        "vice",
        "outgoing",
        "late",
        "incoming",
        "caretaker",
        "chief",
        "senior",
        "designate",
    }
)
_OF = ("of", "for", "at", "to", "in", "from", "with")


@dataclass(frozen=True, slots=True)
class Office:
    """A person with a title, and of what, where that is said; `first` to `last` are the title's tokens."""

    person: Party
    title: str
    of: Party | None
    first: int
    last: int
    rule: str
    page: Page


def offices(reading: Reading, parties: Parties) -> Iterator[Office]:
    """Yield the offices that the article states, in reading order."""
    for page in reading.pages:
        for name in page.names:
            resolved = reading.actor_of(page, name)
            if resolved is None or reading.cast.members[resolved[0]].kind != "Person":
                continue
            head = page.doc[name.head]
            person = parties.of(page, head)
            if person is None or person.actor != resolved[0]:
                continue
            found = _before(reading, parties, page, name, person)
            if found is not None:
                yield found
            yield from _apposed(reading, parties, page, head, person)
            yield from _affiliation(parties, page, head, person)
            yield from _copula(reading, parties, page, head, person)


def _before(reading: Reading, parties: Parties, page: Page, name: Name, person: Party) -> Office | None:
    """Return the title right before a name: "Alberta Premier Danielle Smith", "the group's lawyer"."""
    end = name.start
    start = _title_start(reading, page, end)
    if start is None:
        return None
    title = page.doc[start:end].text
    of = _owner_before(parties, page, start)
    if of is None:
        of = _inside_title(parties, page, start, end)
    return Office(person, title, of, start, end, "role:title", page)


def _title_start(reading: Reading, page: Page, end: int) -> int | None:
    """Return where the title begins that ends right before token `end`, the longest that is known."""
    offices = reading.gazetteer.offices
    for start in range(max(0, end - _LONGEST_TITLE), end):
        if page.doc[start:end].text.lower().replace("’", "'") in offices:
            first = start
            while first > 0 and page.doc[first - 1].lower_ in _QUALIFIERS and first - 1 not in page.by_token:
                first -= 1
            return first
    return None


def _owner_before(parties: Parties, page: Page, start: int) -> Party | None:
    """Return whose the office is: the name or possessive that stands right before the title."""
    index = start - 1
    while index >= 0 and (page.doc[index].tag_ == "POS" or page.doc[index].text in {"-", "‘"}):
        index -= 1
    if index < 0:
        return None
    before = page.doc[index]
    name = page.by_token.get(index)
    if name is not None:
        party = parties.modifier(page, page.doc[name.head])
        return party or parties.modifier(page, before)
    if page.doc[start - 1].tag_ == "POS" or before.tag_ == "PRP$":
        return parties.of(page, before)
    return None


def _inside_title(parties: Parties, page: Page, start: int, end: int) -> Party | None:
    """Return the body that a title names itself: "Treasury Secretary", "House Speaker"."""
    for index in range(start, end):
        name = page.by_token.get(index)
        if name is not None:
            return parties.modifier(page, page.doc[name.head])
    return None


def _apposed(reading: Reading, parties: Parties, page: Page, head: Token, person: Party) -> Iterator[Office]:
    """Yield titles in apposition: "McGowan, president of the federation"."""
    nouns = [each for each in head.children if each.dep_ == "appos" and each.i not in page.by_token]
    if head.dep_ == "appos" and head.head.i not in page.by_token:
        nouns.append(head.head)
    for noun in nouns:
        yield from _title_noun(reading, parties, page, noun, person, "role:apposition")


def _copula(reading: Reading, parties: Parties, page: Page, head: Token, person: Party) -> Iterator[Office]:
    """Yield titles after a linking verb: "Boromir is the captain of the guard"."""
    verb = head.head
    if (
        head.dep_ != "nsubj"
        or verb.lemma_ not in {"be", "become", "serve"}
        or any(each.dep_ == "neg" for each in verb.children)
    ):
        return
    if any(each.dep_ == "aux" and each.tag_ == "MD" for each in verb.children):
        return
    nouns = syntax.children(verb, "attr")
    nouns += syntax.preposition_objects(verb, "as") if verb.lemma_ == "serve" else []
    for noun in nouns:
        if noun.i not in page.by_token:
            yield from _title_noun(reading, parties, page, noun, person, "role:copula")


def _title_noun(
    reading: Reading, parties: Parties, page: Page, noun: Token, person: Party, rule: str
) -> Iterator[Office]:
    for each in [
        noun,
        *(one for one in noun.children if one.dep_ == "conj" and one.pos_ in {"NOUN", "PROPN"}),
    ]:
        start = _title_start(reading, page, each.i + 1)
        if start is None or any(child.lower_ in {"no", "not"} for child in each.children):
            continue
        of = (
            _of(parties, page, each)
            or _owner_before(parties, page, start)
            or _inside_title(parties, page, start, each.i + 1)
        )
        yield Office(person, page.doc[start : each.i + 1].text, of, start, each.i + 1, rule, page)


def _of(parties: Parties, page: Page, noun: Token) -> Party | None:
    for preposition in _OF:
        for each in syntax.preposition_objects(noun, preposition):
            party = parties.of(page, each)
            if party is not None:
                return party
    return None


def _affiliation(parties: Parties, page: Page, head: Token, person: Party) -> Iterator[Office]:
    """Yield memberships without a title: "Carlo Dade of the Canada West Foundation"."""
    for preposition in ("of", "from", "with", "at"):
        for each in syntax.preposition_objects(head, preposition):
            name = page.by_token.get(each.i)
            party = parties.of(page, each) if name is not None and name.kind == "Organization" else None
            if party is not None:
                yield Office(person, "", party, each.i, each.i + 1, "role:affiliation", page)
