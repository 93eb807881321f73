"""When the name of a country or city is its team: "England beat Samoa 42-5", "the Argentina captain".

A team is no government, and what it does on the pitch is no event between states.
"""

import re

from spacy.tokens import Doc, Span, Token

from extract.gazetteer import CAPITAL, NAME, PEOPLE, name_forms
from extract.mentions import Name

_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_ROUND = re.compile(r"\b(?:semi|quarter)-?finals?\b|\b(?:play-?offs?|half-?time|kick-?off)\b", re.IGNORECASE)
_NEAR = 60  # tokens around a verb that tell of what game
_OPPOSING = frozenset({"against", "over", "versus", "v", "vs", "by", "with", "to", "for"})
_PLAYING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "agent", "dative"})


def is_team(doc: Doc, name: Name, *, sport: bool) -> bool:
    """Tell whether a name of a country or place stands for its team; `sport`: the article is about sport."""
    if not name.known or name.kind not in {"Country", "Place"}:
        return False
    head, form = doc[name.head], name.known[0].form
    if form not in {NAME, CAPITAL, PEOPLE}:
        return False
    after = doc[name.end] if name.end < len(doc) else None
    sport = sport or _is_sport(doc, head.sent.start, head.sent.end)
    if _is_player(doc, name.end):
        return True
    if head.dep_ in {"compound", "nmod"} and head.head.i >= name.end:
        owner = head.head.lemma_.lower()
        return owner in name_forms("players") or (sport and owner in name_forms("seasons"))
    if form == PEOPLE:
        return False
    if head.dep_ == "poss":
        return sport and head.head.lemma_.lower() in name_forms("players") | name_forms("seasons")
    if sport and (_is_versus(after) or (name.start > 0 and _is_versus(doc[name.start - 1]))):
        return True
    while head.dep_ == "conj":
        head = head.head
    return sport and head.dep_ in _PLAYING and _plays(head)


def _is_player(doc: Doc, index: int) -> bool:
    """Tell whether a word calls a player: "Scotland great Gavin Hastings", "the Argentina captain"."""
    if index + 1 >= len(doc) or doc[index].lemma_.lower() not in name_forms("players"):
        return False
    return doc[index].pos_ == "NOUN" or (doc[index].pos_ == "ADJ" and doc[index + 1].pos_ == "PROPN")


def _is_versus(token: Token | None) -> bool:
    return token is not None and token.lower_.rstrip(".") in {"v", "vs", "versus"}


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
    start, end = max(sentence.start, trigger.i - _NEAR), min(sentence.end, trigger.i + _NEAR)
    return article or _is_sport(trigger.doc, start, end)


def sports_words(words: Doc | Span) -> int:
    """Return how much speaks of sport: words of one count double those that a parliament may use too."""
    nouns = {token.lemma_.lower() for token in words if token.pos_ == "NOUN"}
    return 2 * len(nouns & name_forms("sports")) + len(nouns & name_forms("play"))
