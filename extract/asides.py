"""Whom and what an article names in passing: names inside names, and places that act for nobody.

They are mentions of the article, and no parties of what it says: "the Andy Warhol Foundation gave" is about the
foundation, and names Warhol.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from extract import first_names
from extract.clues import is_city
from extract.gazetteer import CAPITAL, NAME, REGION, name_forms
from extract.mentions import SETTING, Name
from extract.parties import Parties
from extract.reading import Page, Reading
from graph.model import Mention

_FILED = re.compile(r"[^\W\d_][^,()/:\n\r–—]*?(?=\s*(?:[,()/:–—]|--| - |$))")
_WITHIN = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "predet"})
_LONGEST_INSIDE = 6  # words of a person's name inside another


def asides(reading: Reading) -> Iterator[Mention]:
    """Yield the mentions of an article that no party of a claim can be."""
    for page in reading.pages:
        yield from _dateline(reading, page)
        for name in page.names:
            resolved = reading.actor_of(page, name)
            if resolved is None and (setting := _setting(reading, name)) is not None:
                yield Mention(setting, *page.span(name.start, name.end), "setting")
            yield from _with_body(reading, page, name)
            whole = name.kind == "Person" or (name.known and name.kind in {"Country", "Place"})
            if name.end - name.start > 1 and not whole:
                yield from _inside(reading, page, name, resolved[0] if resolved else "")


def _with_body(reading: Reading, page: Page, person: Name) -> Iterator[Mention]:
    """Yield a person together with whose they are: "Ann Chiang of the Democratic Alliance"."""
    doc, at = page.doc, person.end
    if person.kind != "Person" or at + 1 >= len(doc) or doc[at].lower_ != "of":
        return
    after = page.by_token.get(at + 2 if doc[at + 1].lower_ == "the" else at + 1)
    resolved = reading.actor_of(page, person)
    if after is not None and resolved is not None and after.kind in {"Organization", "Country"}:
        yield Mention(resolved[0], *page.span(person.start, after.end), "affiliated")


def _dateline(reading: Reading, page: Page) -> Iterator[Mention]:
    """Yield the city and country where a paragraph was filed: "LAGOS, Nigeria (Reuters) -"."""
    text = reading.article.text
    start = max(text.rfind("\n", 0, page.start), text.rfind("\r", 0, page.start)) + 1
    for match in _FILED.finditer(text, start, page.start):
        words = match.group().strip()
        known = reading.gazetteer.forms.get(words.title() if words.isupper() else words)
        sense = reading.cast.senses.sense(known) if known is not None else None
        if sense is not None and sense.kind in {"Country", "Place"} and sense.form in {NAME, CAPITAL}:
            actor = reading.cast.add_known(sense.city or sense, words, "dateline").id
            at = match.start() + len(match.group()) - len(match.group().lstrip())
            yield Mention(actor, at, at + len(words), "dateline")


def _setting(reading: Reading, name: Name) -> str | None:
    if name.known:
        known = name.known[0]
        if known.form != REGION:
            return None
        return reading.cast.add_known(replace(known, kind="Place"), name.text, "setting").id
    words = name.text.split()
    if name.kind == SETTING or (len(words) > 1 and words[-1] in name_forms("settings")):
        return reading.cast.add("Place", name.text, "setting").id
    return None


def _inside(reading: Reading, page: Page, name: Name, whole: str) -> Iterator[Mention]:
    """Yield the places and persons that a longer name names: "University of Texas"."""
    index = name.start
    while index < name.end:
        # What ends a name is of its essence, "the Bank of France"; what begins it says where it is.
        most = min(name.end - index, name.end - name.start - 1)
        actor, length = _known(reading, page, index, most, name) or _unknown(reading, page, index, most)
        if actor is not None and actor != whole:
            yield Mention(actor, *page.span(index, index + length), "inside-name")
        index += length


def _known(reading: Reading, page: Page, index: int, most: int, name: Name) -> tuple[str, int] | None:
    """Return the place of the gazetteer whose name begins at a token, and of how many tokens it is."""
    if name.rule == "gazetteer" and not name.known:
        return None  # "Minnesota Twins" are a team
    if page.doc[name.end - 1].text in name_forms("settings"):
        return None  # "Grenada Street" is not in Grenada
    if index > name.start and page.doc[index - 1].text[0].isupper():
        return None  # "the Vande Bharat Mission"
    found = reading.gazetteer.at(page.doc, index, most)
    known = reading.cast.senses.sense(found[1]) if found is not None else None
    if found is None or known is None or not found[0].text[0].isupper():
        return None
    if found[0].end == name.end:
        return None
    # A country in the name of a body is not spoken of: "the U.S. Fish and Wildlife Service".
    place = known.city or known
    if place.kind != "Place" or known.form not in {NAME, CAPITAL}:
        return None
    actor = reading.cast.add_known(place, found[0].text, "inside-name").id
    return actor, len(found[0])


def _unknown(reading: Reading, page: Page, index: int, most: int) -> tuple[str | None, int]:
    """Return the person or body that the article names elsewhere, or the city, whose name begins at a token."""
    for length in range(min(_LONGEST_INSIDE, most), 0, -1):
        text = page.doc[index : index + length].text
        actor = reading.cast.named(text)
        if actor is None and _is_eponym(page, index, length):
            actor = reading.cast.eponym(text)
        if actor is None and index and page.doc[index - 1].lower_ in {"of", "at", "in"} and is_city(text):
            actor = reading.cast.add("Place", text, "inside-name").id
        if actor is not None:
            return actor, length
    return None, 1


def _is_eponym(page: Page, index: int, length: int) -> bool:
    """Tell whether words inside a name are a person's to whose memory a body or place is called: "Mary Adams Hall"."""
    words = [token.text for token in page.doc[index : index + length]]
    after = page.doc[index + length].text if index + length < len(page.doc) else ""
    return (
        len(words) > 1
        and page.doc[index].whitespace_ != ""
        and first_names.gender(words[0]) is not None
        and words[-1].isalpha()
        and words[-1] not in name_forms("no_surnames") | name_forms("common_firsts")
        and words[-1] not in name_forms("organizations") | name_forms("joining") | name_forms("facilities")
        and all(word[0].isupper() or word == "-" for word in words)
        and after in name_forms("facilities") | name_forms("settings") | name_forms("joining")
        and (index == 0 or page.doc[index - 1].text not in {"&", "-"})
    )


def descriptions(reading: Reading, parties: Parties) -> Iterator[Mention]:
    """Yield the nouns that say what somebody is: "curator Elaine Gustafson", "X, a lawyer", "he is an artist"."""
    for page in reading.pages:
        for token in page.doc:
            titled = (
                token.pos_ == "PROPN" and token.dep_ == "appos" and token.lower_ in reading.gazetteer.titles
            )
            if (token.pos_ != "NOUN" and not titled) or token.i in page.by_token or token.tag_ == "NNS":
                continue
            actor = _described(reading, parties, page, token)
            if actor is not None and reading.cast.members[actor].kind in {"Person", "Organization"}:
                first = min((each.i for each in token.lefts if each.dep_ in _WITHIN), default=token.i)
                start = page.doc[first].left_edge.i
                while start < token.i and page.doc[start].is_punct:
                    start += 1
                yield Mention(actor, *page.span(start, token.i + 1), "described")


def _described(reading: Reading, parties: Parties, page: Page, token: Token) -> str | None:
    """Return whom a noun describes: the name after it, the name it is in apposition to, the subject of "is"."""
    after = page.by_token.get(token.i + 1)
    if token.dep_ in {"compound", "nmod"} and after is not None and token.head.i < after.end:
        resolved = reading.actor_of(page, after)
        return resolved[0] if resolved is not None and after.kind == "Person" else None
    if token.dep_ == "appos" and (name := page.by_token.get(token.head.i)) is not None:
        resolved = reading.actor_of(page, name)
        return resolved[0] if resolved is not None else None
    verb = token.head
    if token.dep_ != "attr" or verb.lemma_ not in {"be", "become", "remain"}:
        return None
    if any(each.dep_ in {"neg", "expl"} or each.tag_ == "MD" or each.lower_ == "?" for each in verb.children):
        return None
    subject = next((each for each in verb.children if each.dep_ == "nsubj"), None)
    if subject is None or any(each.dep_ == "conj" for each in subject.children):
        return None
    party = parties.of(page, subject)
    return party.actor if party is not None and party.rule != "group-noun" else None
