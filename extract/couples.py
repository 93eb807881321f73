"""Whom "the two leaders", "both countries" or "the pair" are: the two that were named last."""

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from extract.lexicon import StatusWords
from extract.reading import Page, Reading

_PERSONS, _BODIES = frozenset({"Person"}), frozenset({"Country", "Organization"})
_SENTENCES = 3  # in which the two are looked for: that of the noun, and those before it

_TWO = frozenset({"pair", "duo", "couple"})


def is_couple(token: Token, words: StatusWords) -> bool:
    """Tell whether a noun speaks of two that are known: "the two leaders", "both sides", "the pair"."""
    before = {each.lower_ for each in token.children if each.i < token.i}
    if token.lemma_.lower() in words.couple_nouns:
        # "The pair" is two, "the party" one, "the holiday parties" are others.
        several = token.tag_ == "NNS" and before <= {"the", "both", "two"}
        return "the" in before and (several or token.lower_ in _TWO)
    return token.tag_ == "NNS" and ("both" in before or {"the", "two"} <= before)


def couple(reading: Reading, page: Page, token: Token) -> tuple[str, ...]:
    """Return the two actors meant, none where not exactly two of the kind were named shortly before."""
    lemma = token.lemma_.lower()
    words = reading.lexicon.status
    if lemma in words.leading_nouns:
        kinds = [_PERSONS]
    elif lemma in words.governed_nouns:
        kinds = [_BODIES]
    elif lemma in words.couple_nouns:
        kinds = [_PERSONS, _BODIES]
    else:
        return ()
    named: dict[str, str] = {}
    for actors in islice(_before(reading, page, token), _SENTENCES):
        for actor in actors:
            named.setdefault(actor, reading.cast.members[actor].kind)
        for allowed in kinds:
            fitting = tuple(actor for actor, kind in named.items() if kind in allowed)
            if len(fitting) > 1:
                return fitting if len(fitting) == len(("one", "other")) else ()
    return ()


def _before(reading: Reading, page: Page, token: Token) -> Iterator[list[str]]:
    """Yield the named actors of the sentence before a token, then of each sentence before that one."""
    for number in range(page.number, -1, -1):
        each = reading.pages[number]
        if each.kind != "prose":
            continue
        for sentence in reversed(list(each.doc.sents)):
            if number == page.number and sentence.start > token.i:
                continue
            found = [
                resolved[0]
                for name in each.names
                if sentence.start <= name.start < sentence.end
                and (number < page.number or name.start < token.i)
                and (resolved := reading.actor_of(each, name)) is not None
            ]
            yield found
