"""Where things happen: when the name of a capital is the place, and the place that a claim states."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from extract import syntax
from extract.gazetteer import CAPITAL, Gazetteer, name_forms
from extract.lexicon import Lexicon
from extract.mentions import Name

if TYPE_CHECKING:
    from extract.reading import Page, Reading

_AT = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "throughout", "within", "downtown"}
)
_TOWARDS = frozenset({"to", "into", "from", "for", "toward", "towards", "through", "via"})
_OF_CITIES = frozenset(
    {"mayor", "bishop", "archbishop", "resident", "native", "outskirts", "suburb", "street"}
)
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_CITY_NOUNS = frozenset({"capital", "city", "town"})
_STATED = ("in", "at", "near", "outside")
_MOVED = frozenset({"VISITED", "WITHDREW_FROM"})
_GOVERNING = frozenset({"government", "diplomacy", "military", "intelligence", "legislature"})


def locates(doc: Doc, name: Name, gazetteer: Gazetteer, lexicon: Lexicon) -> bool:
    """Tell whether a name says where something is or goes: "in Moscow", "flew to Moscow", "the capital, Moscow"."""
    head = doc[name.head]
    if doc[name.end : name.end + 2].text == "-based" or _in_its_country(doc, name, gazetteer):
        return True
    if _is_listed(doc, name):
        return True
    if head.dep_ in {"compound", "nmod"} and head.head.i >= name.end:
        role = gazetteer.roles.get(head.head.lower_)
        return role is None or role.meaning not in _GOVERNING  # "its London office", but "Beijing officials"
    while head.dep_ == "conj" and head.head.pos_ in {"PROPN", "NOUN"}:
        head = head.head
    above = head.head
    if head.dep_ == "pobj":
        if above.lower_ in _AT:
            return True
        if above.lower_ == "of":
            noun = above.head.lemma_.lower()
            return above.head.pos_ == "PROPN" or noun in name_forms("settlements") | _OF_CITIES
        return above.lower_ in _TOWARDS and _travels(above.head, lexicon)
    if head.dep_ == "dobj":
        return (_travels(above, lexicon) and above.pos_ == "VERB") or _is_city_only(name, above, lexicon)
    if head.dep_ in _SUBJECT:
        return _is_city_only(name, above, lexicon)
    return head.dep_ == "appos" and above.lemma_.lower() in _CITY_NOUNS


def _is_listed(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands in a list of places that a preposition locates: "in Aleppo, Homs and Damascus"."""
    index = name.start - 1
    if index < 1:
        return False
    after = doc[name.end].lower_ if name.end < len(doc) else ""
    if doc[index].lower_ in {"and", "or"}:
        index -= 1
        # "in Geneva, and Moscow said": only of three is that a list
        items = -1 if doc[index].text == "," else 0
        index += items
    elif doc[index].text == "," and after in {",", "and", "or"}:
        items = 0
    else:
        return False
    while index >= 0 and (doc[index].text == "," or doc[index].text[:1].isupper()):
        items += doc[index].text == "," or doc[index + 1].text in {",", "and", "or"}
        index -= 1
    return index >= 0 and items > 0 and doc[index].lower_ in _AT


def _is_city_only(name: Name, verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether a capital does or suffers what no government would: "Cairo was the code name"."""
    if not name.known or name.known[0].form != CAPITAL:
        return False
    lemma = verb.lemma_.lower()
    words = lexicon.status.telling_verbs | lexicon.status.light_verbs
    controls = any(lemma == each for each, _ in lexicon.complements)
    return lemma == "be" or not (
        lemma in lexicon.verbs or lemma in lexicon.reports or lemma in words or controls
    )


def _in_its_country(doc: Doc, name: Name, gazetteer: Gazetteer) -> bool:
    """Tell whether the name of the country follows: "Nairobi, Kenya"."""
    if name.end + 1 >= len(doc) or doc[name.end].text != ",":
        return False
    after = gazetteer.at(doc, name.end + 1)
    return after is not None and bool(name.known) and after[1][0].id == name.known[0].id


def _travels(word: Token, lexicon: Lexicon) -> bool:
    lemma = word.lemma_.lower()
    noun = lexicon.nouns.get(lemma)
    return (noun is not None and noun.relation in _MOVED) or any(
        frame.relation in _MOVED for frame in lexicon.verbs.get(lemma, ())
    )


def of(page: "Page", trigger: Token, reading: "Reading", parties: set[str | None]) -> str | None:
    """Return the place or country where the happening that a word names is said to be, none of its parties."""
    for token in _stated(trigger):
        name = page.by_token.get(token.i)
        resolved = reading.actor_of(page, name) if name is not None else None
        if resolved is None or resolved[0] in parties:
            continue
        if reading.cast.members[resolved[0]].kind in {"Place", "Country"}:
            return resolved[0]
    return None


def _stated(trigger: Token) -> Iterator[Token]:
    """Yield the nouns after "in" and its like of a word, of its object and of the verb that carries it."""
    heads = [trigger, *syntax.objects(trigger)]
    if trigger.pos_ == "NOUN" and trigger.dep_ in {"dobj", "nsubjpass", "nsubj"}:
        heads.append(trigger.head)
    for head in heads:
        for preposition in _STATED:
            yield from syntax.preposition_objects(head, preposition)
