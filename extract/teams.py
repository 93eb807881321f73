"""When the name of a country or city is its team: "England beat Samoa 42-5", "the Argentina captain".

A team is no government, and what it does on the pitch is no event between states.
"""

import re

from spacy.tokens import Doc, Span, Token

from extract.gazetteer import CAPITAL, NAME, PEOPLE, name_forms
from extract.mentions import Name

_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_ROUND = re.compile(r"\b(?:semi|quarter)-?finals?\b|\b(?:play-?offs?|half-?time|kick-?off)\b", re.IGNORECASE)
_OPPOSING = frozenset({"against", "over", "versus", "v", "vs", "by", "with", "to", "for"})
_PLAYING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "agent", "dative"})


def is_team(doc: Doc, name: Name) -> bool:
    """Tell whether a name of a country or place stands for its team."""
    if not name.known or name.kind not in {"Country", "Place"}:
        return False
    head, form = doc[name.head], name.known[0].form
    if form in {NAME, CAPITAL, PEOPLE} and head.dep_ in {"compound", "nmod"} and head.head.i >= name.end:
        return head.head.lemma_.lower() in name_forms("players")
    if form not in {NAME, CAPITAL}:
        return False
    while head.dep_ == "conj":
        head = head.head
    return head.dep_ in _PLAYING and _plays(head) and _is_sport(doc, head.sent.start, head.sent.end)


def _plays(head: Token) -> bool:
    above = head.head
    if head.dep_ == "pobj":
        if above.lower_ not in _OPPOSING:
            return False
        above = above.head
        if above.lemma_.lower() in name_forms("sports"):
            return True
    return above.lemma_.lower() in name_forms("contests")


def _is_sport(doc: Doc, start: int, end: int) -> bool:
    sentence = doc[start:end]
    text = sentence.text
    return bool(_SCORE.search(text) or _ROUND.search(text)) or sports_words(sentence) > 1


def is_contest(trigger: Token, *, article: bool) -> bool:
    """Tell whether a verb of fighting tells of a game: "Bayern shot down Dortmund in the final".

    Args:
        trigger: the verb.
        article: the whole article is about sport.

    """
    words = name_forms("contests") | name_forms("bouts")
    if trigger.lemma_.lower() not in words:
        return False
    sentence = trigger.sent
    return article or _is_sport(trigger.doc, sentence.start, sentence.end)


def sports_words(words: Doc | Span) -> int:
    """Return how much speaks of sport: words of one count double those that a parliament may use too."""
    nouns = {token.lemma_.lower() for token in words if token.pos_ == "NOUN"}
    return 2 * len(nouns & name_forms("sports")) + len(nouns & name_forms("play"))
