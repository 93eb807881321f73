"""Offices, jobs and memberships that an article states: "US Ambassador Pete Hoekstra", "Dade of the foundation"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from extract import syntax
from extract.cast import CONFIDENCE
from extract.mentions import Name
from extract.parties import Parties
from extract.party import Party
from extract.reading import Page, Reading
from extract.status import judge
from extract.statuses import ASSERTED
from extract.tenures import tenure
from graph.catalogue import offices as catalogue_offices
from graph.catalogue.shipped import national_offices

_NATIONAL = frozenset({"head_of_state", "head_of_government", "minister"})
# Heads of states and governments, of which a country has those that it has.
_HEADS = frozenset({"president", "prime minister", "monarch", "king", "queen", "emperor", "sultan", "emir"})
# What companies, courts and churches have as well.
_ANYBODYS = frozenset(
    {"vice president", "deputy president", "minister", "secretary", "undersecretary", "chancellor"}
)
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
        "retired",
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
    since: str | None = None  # ISO date, month or year
    until: str | None = None


def offices(reading: Reading, parties: Parties) -> Iterator[Office]:
    """Yield the offices that the article states, in reading order.

    Of what a national office is may go without saying: "President Trump" in an article that names one country
    only, or the offices of one country only.
    """
    stated = list(_stated(reading, parties))
    country = _only_country(reading, stated)
    held = {
        (office.of.actor, _plain(office)): office.person.actor for office in stated if office.of is not None
    }
    for office in stated:
        if office.of is None and country is not None and _goes_without_saying(reading, office, country, held):
            yield replace(office, of=country, rule=f"{office.rule}+country")
        else:
            yield office


def _goes_without_saying(
    reading: Reading, office: Office, country: Party, held: dict[tuple[str, str], str]
) -> bool:
    """Tell whether an office without a country may be that country's: it has such an office, and nobody else holds it."""
    title = _plain(office)
    if not _is_national(reading, office.title) or title in _ANYBODYS:
        return False
    if title == "president" and office.rule != "role:title":
        return False  # "Anna Kovacs, president and chief executive"
    known = national_offices().get(reading.cast.members[country.actor].country or "", frozenset())
    meant = catalogue_offices.load().meanings(title) & _HEADS
    if known & _HEADS and meant and not meant & known:
        return False  # the United States have no prime minister, the Netherlands no president
    if held.get((country.actor, title), office.person.actor) != office.person.actor:
        return False
    return _is_at_home(reading, office.person, country)


def _is_at_home(reading: Reading, person: Party, country: Party) -> bool:
    """Tell whether an article may be about a person's own country: it speaks of it where the person does nothing to it.

    Who met the French president is no minister of France, and who thanked Poland none of Poland.
    """
    code = reading.cast.members[country.actor].country
    elsewhere = False
    for page in reading.pages:
        for name in page.names:
            if not name.known or name.known[0].country != code:
                continue
            head = page.doc[name.head]
            own = name.known[0].kind != "Country"  # a city or a body of one's own country, as likely as not
            located = own or (
                head.dep_ != "pobj" and head.head.dep_ == "pobj" and head.head.head.lower_ == "in"
            )
            if not located and _does(reading, page, syntax.clause_head(head), person, before=head.i):
                return False  # "in the U.S. capital" is somewhere, "in Warsaw" is abroad
            clause = syntax.clause_head(head)
            elsewhere = elsewhere or not any(
                _is_of(reading, page, other.head, person)
                for other in page.names
                if syntax.clause_head(page.doc[other.head]) == clause
            )
    return elsewhere


def _does(reading: Reading, page: Page, verb: Token, person: Party, *, before: int) -> bool:
    """Tell whether a person is the subject of a verb, and what stands at `before` comes after that verb."""
    subject = syntax.child(verb, "nsubj", "nsubjpass")
    return subject is not None and verb.i < before and _is_of(reading, page, subject.i, person)


def _is_of(reading: Reading, page: Page, index: int, person: Party) -> bool:
    name = page.by_token.get(index)
    resolved = reading.actor_of(page, name) if name is not None else None
    return resolved is not None and resolved[0] == person.actor


def _plain(office: Office) -> str:
    """Return a title without its qualifiers: "president" of "former president"."""
    words = office.title.lower().split()
    while words and words[0] in _QUALIFIERS - {"vice", "deputy"}:
        words.pop(0)
    return " ".join(words)


def _is_national(reading: Reading, title: str) -> bool:
    words = title.lower().split()
    while words and words[0] in _QUALIFIERS - {"vice"}:
        words.pop(0)
    return reading.gazetteer.offices.get(" ".join(words)) in _NATIONAL


def _only_country(reading: Reading, stated: list[Office]) -> Party | None:
    """Return the one country whose national offices the article names, else the only country it names."""
    held = {
        office.of.actor: office.of
        for office in stated
        if office.of is not None and _is_national(reading, office.title)
    }
    countries = {
        actor: party for actor, party in held.items() if reading.cast.members[actor].kind == "Country"
    }
    if countries:
        return next(iter(countries.values())) if len(countries) == 1 else None
    named: dict[str, Party] = {}
    for page in reading.pages:
        for name in page.names:
            if name.known and name.known[0].kind == "Country":
                start, end = page.span(name.start, name.end)
                member = reading.cast.add_known(name.known[0], name.text, "government-noun")
                token = page.doc[name.head]
                rule = "government-noun"
                party = Party(member.id, rule, CONFIDENCE[rule], start, end, name.text, token)
                named.setdefault(member.id, party)
    return next(iter(named.values())) if len(named) == 1 else None


def _stated(reading: Reading, parties: Parties) -> Iterator[Office]:
    for page in reading.pages:
        for name in page.names:
            resolved = reading.actor_of(page, name)
            if resolved is None or reading.cast.members[resolved[0]].kind != "Person":
                continue
            head = page.doc[name.head]
            person = parties.of(page, head)
            if person is None or person.actor != resolved[0]:
                continue
            yield from _before(reading, parties, page, name, person)
            yield from _apposed(reading, parties, page, head, person)
            yield from _affiliation(parties, page, head, person)
            yield from _copula(reading, parties, page, head, person)


def _before(reading: Reading, parties: Parties, page: Page, name: Name, person: Party) -> Iterator[Office]:
    """Yield the titles right before a name: "Alberta Premier Danielle Smith", "adviser and general Flynn"."""
    if page.doc[name.head].head.lemma_.lower() in reading.lexicon.status.impersonating_verbs:
        return  # "plays President Snow in the film"
    end = name.start
    while (start := _title_start(reading, page, end)) is not None:
        title = page.doc[start:end].text
        of = (
            _body_in_title(reading, parties, page, start, end)
            or _owner_before(parties, page, start)
            or _inside_title(parties, page, start, end)
        )
        yield Office(person, title, of, start, end, "role:title", page)
        if start == 0 or page.doc[start - 1].lower_ != "and":
            return
        end = start - 1


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


def _body_in_title(reading: Reading, parties: Parties, page: Page, start: int, end: int) -> Party | None:
    """Return the body named before that a title calls by its noun: "committee chairman", "party leader"."""
    first = page.doc[start]
    role = reading.gazetteer.roles.get(first.lower_)
    if end - start == 1 or role is None or role.kind != "Organization":
        return None
    actor = parties.bodies.named(page, first)
    if actor is None:
        return None
    rule = "definite-noun"
    return Party(actor, rule, CONFIDENCE[rule], *page.span(start, start + 1), first.text, first)


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
        if not _is_denied(noun):
            yield from _title_noun(reading, parties, page, noun, person, "role:apposition")


def _copula(reading: Reading, parties: Parties, page: Page, head: Token, person: Party) -> Iterator[Office]:
    """Yield titles after a linking verb: "Boromir is the captain of the guard"."""
    verbs = [head.head] if head.dep_ == "nsubj" else []
    verbs += [  # "Novak, who served as minister from 2010 to 2014"
        each
        for each in syntax.children(head, "relcl")
        if (subject := syntax.child(each, "nsubj")) is not None and subject.lower_ == "who"
    ]
    for verb in verbs:
        if verb.lemma_ not in {"be", "become", "serve"} or any(each.dep_ == "neg" for each in verb.children):
            continue
        if any(each.dep_ == "aux" and each.tag_ == "MD" for each in verb.children):
            continue
        if judge(verb, reading.lexicon).status != ASSERTED:
            continue  # "if X were president", "rumors that X is a spy"
        nouns = syntax.children(verb, "attr")
        nouns += syntax.preposition_objects(verb, "as") if verb.lemma_ == "serve" else []
        for noun in nouns:
            if noun.i not in page.by_token:
                yield from _title_noun(reading, parties, page, noun, person, "role:copula", verb)


def _title_noun(
    reading: Reading,
    parties: Parties,
    page: Page,
    noun: Token,
    person: Party,
    rule: str,
    verb: Token | None = None,
) -> Iterator[Office]:
    for each in [
        noun,
        *(one for one in noun.children if one.dep_ == "conj" and one.pos_ in {"NOUN", "PROPN"}),
    ]:
        start = _title_start(reading, page, each.i + 1)
        if _is_unreal(reading, each):
            continue
        if each.lemma_.lower() in reading.lexicon.sides:
            continue  # a critic of X holds no office of X's
        if syntax.asks_at_once(noun):
            continue  # "Is X the leader of Y?"
        if start is None or any(child.lower_ in {"no", "not"} for child in each.children):
            continue
        of = (
            _of(parties, page, each)
            or _owner_before(parties, page, start)
            or _inside_title(parties, page, start, each.i + 1)
        )
        title = page.doc[start : each.i + 1].text
        yield Office(person, title, of, start, each.i + 1, rule, page, *tenure(each, verb))


def _is_denied(noun: Token) -> bool:
    """Tell whether an apposition says what somebody is not: "X, not a member of Y", "no longer president"."""
    start = noun.left_edge.i
    before = [each.lower_ for each in noun.doc[max(0, start - 2) : noun.i]]
    return bool({"not", "never"} & set(before)) or "longer" in before


def _is_unreal(reading: Reading, noun: Token) -> bool:
    """Tell whether a title is only alleged or pretended: "the alleged leader", "a self-proclaimed president"."""
    words = reading.lexicon.status
    for each in noun.children:
        spoken = each.lower_
        if each.dep_ in {"amod", "compound"} and spoken in words.unreal_adjectives:
            return True
        if each.dep_ == "advmod" and spoken in words.hedges:
            return True
    return False


def _of(parties: Parties, page: Page, noun: Token) -> Party | None:
    for preposition in _OF:
        for each in syntax.preposition_objects(noun, preposition):
            party = parties.of(page, each)
            # "candidate for president": an office is no body.
            if party is not None and not (party.rule == "group-noun" and each.i not in page.by_token
                                          and parties.traits.is_people(party)):  # fmt: skip
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
