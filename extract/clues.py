"""What speaks for a name's being a person's, a body's or a place's: its form, its neighbours, its syntax."""

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Doc, Token

from extract import first_names
from extract.boundaries import LINKS
from extract.gazetteer import CAPITAL, NAME, Gazetteer, name_forms
from extract.lexicon import Lexicon, rows
from extract.mentions import Name
from extract.spelling import folded

Clue = tuple[str, str, float]
PERSON, BODY, PLACE = "Person", "Organization", "Place"
_OLDEST = 110  # years
_IN = frozenset({"in", "near", "outside", "inside", "around", "across", "throughout"})
_AT = frozenset({"at", "from", "to", "through", "via", "into"})
_SPLIT_NAME = (2, 4)  # words of a person's name
_LIVED = frozenset(
    {"mayor", "resident", "people", "streets", "outskirts", "suburb", "north", "south", "east", "west"}
)


def of(doc: Doc, name: Name, gazetteer: Gazetteer, lexicon: Lexicon) -> Iterator[Clue]:
    """Yield what speaks for and against each kind: kind, what the clue is, its weight."""
    words = [token.text for token in doc[name.start : name.end] if token.text not in {"-", "–"}]
    yield from _form(name.text, words, gazetteer)
    yield from _before(doc, name, gazetteer)
    yield from _after(doc, name, gazetteer)
    yield from _syntax(doc, name, gazetteer, lexicon)


def _form(text: str, words: list[str], gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield what the letters and words of the name itself say."""
    parts = text.split()
    # "Vista Bank of Marion County" is a bank.
    inner = next(
        (at for at, part in enumerate(parts) if at and part in {"of", "for", "at", "in"}), len(parts)
    )
    first, last = parts[0], parts[inner - 1]
    if len(parts) == 1:
        yield from _single(text)
    elif all(part[0].isupper() or part.lower() in LINKS for part in parts):
        yield from _full_name(parts)
    if len(parts) > 1 and {first, last} & name_forms("facilities"):
        yield BODY, "ending", 1.5
        yield PERSON, "ending", -2.0
    elif len(parts) > 1 and last in gazetteer.organization_endings:
        yield BODY, "ending", 6.0
    elif len(parts) > 1 and last in name_forms("places"):
        yield PLACE, "ending", 3.0
    if len(parts) > 1 and first in name_forms("organizations_first"):
        yield BODY, "beginning", 1.5
        yield PERSON, "beginning", -1.5
    elif len(parts) > 1 and first in name_forms("places_first"):
        yield PLACE, "beginning", 1.0
    if len(parts) > 1 and last.lower() in gazetteer.titles:
        yield PERSON, "office-word", -1.0 if len(parts) == 2 else -3.0  # noqa: PLR2004 - "Stephen King" is a person
    if "&" in words or {"of", "for", "the", "and"} & {part.lower() for part in parts[1:]}:
        yield PERSON, "joined", -2.5
    if any(character.isdigit() for character in text):
        yield PERSON, "digits", -2.0
    if is_city(text):
        yield PLACE, "city", 1.0


def _single(text: str) -> Iterator[Clue]:
    if text.isupper() and len(text) > 2:  # noqa: PLR2004 - "Al" and "Jo" may be shouted
        yield BODY, "letters", 1.5
        yield PERSON, "letters", -1.5
    elif first_names.known(text):
        own = bool(first_names.gender(text)) and not is_city(text)
        yield PERSON, "given", 1.25 if own else 0.5
        if own:
            yield PLACE, "given", -1.0


def _full_name(parts: list[str]) -> Iterator[Clue]:
    initials = [part for part in parts[:-1] if _is_initials(part)]
    if initials and len(parts) <= _SPLIT_NAME[1]:
        yield PERSON, "initials", 2.0
    if first_names.known(parts[0]) and len(parts) <= _SPLIT_NAME[1]:
        yield PERSON, "given", 2.25 if first_names.gender(parts[0]) and len(parts) < _SPLIT_NAME[1] else 1.5
    # "Cheng Chung-tai", "Kim Yo-jong"
    if any(
        "-" in part and part[0].isupper() and part.split("-", 1)[1].islower() and part.isascii()
        for part in parts
    ):
        yield PERSON, "hyphen", 2.0


def _is_initials(part: str) -> bool:
    letters = part.replace(".", "")
    return part.endswith(".") and 0 < len(letters) <= 3 and letters.isupper()  # noqa: PLR2004 - "J.R.R."


def _before(doc: Doc, name: Name, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield what the word before a name says: a title, a noun that classifies, "the"."""
    index = name.start - 1
    if index < 0:
        return
    before = doc[index]
    word = before.lower_.rstrip(".")
    if before.text in gazetteer.genders and name.text[0].isupper():
        yield PERSON, "title", 4.0
    elif before.text == ":" and index > 0 and doc[index - 1].text in name_forms("credits"):
        yield PERSON, "credit", 1.0
        yield PLACE, "credit", -1.0
    elif before.lower_ == "by" and before.head.lemma_.lower() in name_forms("works"):
        yield PERSON, "author", 1.0
        yield BODY, "author", -0.5
    elif before.lower_ == "the" and not _modifies(doc, name):  # "the Obama administration" is no "the Obama"
        yield PERSON, "the", -2.0
        yield BODY, "the", 0.5
        if not name.text.endswith("s"):  # "the Netherlands"
            yield PLACE, "the", -0.75
    elif before.lower_ in {"called", "named", "dubbed"}:
        subject = before.head if before.dep_ == "acl" else None
        if subject is not None:
            yield from _noun(subject, gazetteer)
    elif _is_title(doc, name.start, word, gazetteer):
        yield PERSON, "office", 2.5
    elif (
        (role := gazetteer.roles.get(before.lower_)) is not None
        and before.pos_ == "NOUN"
        and role.kind == BODY
    ):
        yield BODY, "called", 1.5
    if before.lower_ == "the" and index > 0:
        index -= 1
    if doc[index].lower_ == "of" and index > 0:
        yield from _of(doc, index)


def _of(doc: Doc, index: int) -> Iterator[Clue]:
    """Yield what a noun before "of" says: "the city of X", "a member of X"."""
    above = doc[index - 1].lemma_.lower()
    if doc[index - 1].ent_type_ == "PERSON":
        yield PERSON, "of", -1.5
        yield BODY, "of", 0.5
    if above in name_forms("settlements"):
        yield PLACE, "of", 4.5
    elif above in name_forms("memberships"):
        yield BODY, "of", 2.0
    elif above in _LIVED:
        yield PLACE, "of", 2.0


def _modifies(doc: Doc, name: Name) -> bool:
    head = doc[name.head]
    return head.dep_ in {"compound", "nmod", "poss", "amod"} and head.head.i >= name.end


def _is_title(doc: Doc, start: int, word: str, gazetteer: Gazetteer) -> bool:
    if word not in gazetteer.titles:
        return any(
            doc[at:start].text.lower() in gazetteer.offices for at in range(max(0, start - 5), start - 1)
        )
    return doc[start - 1].pos_ in {"NOUN", "PROPN", "ADJ"} and doc[start - 1].tag_ not in {"NNS", "NNPS"}


def _after(doc: Doc, name: Name, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield what follows a name: an age, "who", a state ("Evansville, Indiana"), "-based"."""
    rest = [doc[index] for index in range(name.end, min(name.end + 4, len(doc)))]
    texts = [token.text for token in rest]
    if texts[:1] == ["-"] and texts[1:2] == ["based"]:
        yield PLACE, "based", 3.0
    if len(texts) > 1 and texts[0] == "," and texts[1].isdigit() and 0 < int(texts[1]) < _OLDEST:
        if len(texts) < 3 or texts[2] in {",", ".", ";"}:  # noqa: PLR2004
            yield PERSON, "age", 3.0
    elif (
        texts[:1] == ["("]
        and texts[1:2]
        and texts[1].isdigit()
        and int(texts[1]) < _OLDEST
        and texts[2:3] == [")"]
    ):
        yield PERSON, "age", 1.5
    if texts[:1] == [","] or texts[:1] == ["who"]:
        who = texts[1:2] if texts[0] == "," else texts[:1]
        if who in (["who"], ["whose"]):
            yield PERSON, "who", 2.0
    if len(texts) > 1 and texts[0] == ",":
        found = gazetteer.at(doc, name.end + 1)
        located = doc[name.start - 1].lower_ in _IN | _AT if name.start else False
        if (
            found is not None
            and found[1][0].kind in {"Country", "Place"}
            and found[1][0].form in {NAME, CAPITAL}
        ):
            yield PLACE, "within", 2.0 if located else 1.0
    yield from _owning(doc, name)


def _owning(doc: Doc, name: Name) -> Iterator[Clue]:
    """Yield what a name owns: "X's wife", "X's national security adviser"."""
    head = doc[name.head]
    if name.end >= len(doc) or doc[name.end].text not in {"'s", "’s", "'", "’"}:
        return
    after = doc[name.end + 1].lemma_.lower() if name.end + 1 < len(doc) else ""
    owned = {after, head.head.lemma_.lower() if head.dep_ == "poss" else ""}
    if after in name_forms("persons"):
        yield PERSON, "kin", 2.5
    elif owned & name_forms("retinue"):
        yield PERSON, "retinue", 1.0
        yield PLACE, "retinue", -1.0


def _syntax(doc: Doc, name: Name, gazetteer: Gazetteer, lexicon: Lexicon) -> Iterator[Clue]:
    """Yield what the parse says: of what a name is the subject, what an apposition calls it, where it stands."""
    head = doc[name.head]
    if head.dep_ == "nsubj" and head.head.pos_ == "VERB":
        if (
            head.head.lemma_.lower() in lexicon.reports
            or head.head.lemma_.lower() in lexicon.status.telling_verbs
        ):
            yield PERSON, "says", 1.0
            yield BODY, "says", 1.0
            yield PLACE, "says", -1.0
        else:
            yield PLACE, "acts", -0.5
    if head.dep_ in {"compound", "nmod", "poss"} and head.head.i >= name.end:
        owner = head.head.lemma_.lower()
        if owner in name_forms("memberships"):
            yield BODY, "members", 1.0
            yield PERSON, "members", -0.5
    if head.dep_ == "dobj" and head.head.lemma_ in {"join", "leave", "found"}:
        yield BODY, "joined", 0.75
    named = name.end - name.start == 1 and first_names.known(name.text)
    if not named and any(each.dep_ == "det" and each.lower_ in {"a", "an"} for each in head.children):
        yield PERSON, "a", -1.5
    for noun in _called(head):
        yield from _noun(noun, gazetteer)
    if head.dep_ == "pobj" and head.head.i == name.start - 1 - (doc[name.start - 1].lower_ == "the"):
        yield from _after_preposition(name, head.head, gazetteer)


def _after_preposition(name: Name, preposition: Token, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield what a preposition before a name says: "in X", "an analyst at X", "from X to Y"."""
    above, word = preposition.head, preposition.lower_
    if word in _IN:
        yield PLACE, "in", 1.5
        yield PERSON, "in", -1.0
    elif word in _AT:
        role = gazetteer.roles.get(above.lower_)
        works = above.lemma_.lower() in gazetteer.titles or (role is not None and role.kind != BODY)
        words = name.text.split()
        if works and above.pos_ in {"NOUN", "PROPN"}:
            yield BODY, "works", 1.0
        elif {words[0], words[-1]} & name_forms("facilities"):
            yield PLACE, "at", 2.5
        elif word == "at":
            yield PLACE, "at", 0.25
        elif word == "from" and any(each.lower_ == "to" for each in above.children):
            yield PLACE, "from-to", 1.25
    elif word in {"with", "by"}:
        yield PLACE, "with", -0.25


def _called(head: Token) -> Iterable[Token]:
    """Yield the nouns that an apposition or a linking verb calls a name."""
    yield from (each for each in head.children if each.dep_ == "appos" and each.pos_ == "NOUN")
    if head.dep_ == "appos" and head.head.pos_ == "NOUN":
        yield head.head
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        yield from (each for each in head.head.children if each.dep_ == "attr" and each.pos_ == "NOUN")


def _noun(noun: Token, gazetteer: Gazetteer) -> Iterator[Clue]:
    lemma = noun.lemma_.lower()
    role = gazetteer.roles.get(noun.lower_)
    if (
        lemma in name_forms("persons") | name_forms("beings")
        or lemma in gazetteer.titles
        or (role is not None and role.kind == PERSON)
    ):
        yield PERSON, "called", 2.0
    elif lemma in name_forms("settlements"):
        yield PLACE, "called", 2.0
    elif role is not None and role.kind == BODY and lemma != "group":
        yield BODY, "called", 2.0


def is_city(text: str) -> bool:
    """Tell whether a name is that of a large city somewhere, which may not be the one it is of here."""
    return folded(text) in _cities()


@cache
def _cities() -> frozenset[str]:
    return frozenset(folded(row["name"]) for _, row in rows("cities.csv", "name", "countries"))
