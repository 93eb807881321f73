"""Since and until when a person holds an office, as far as the sentence says: "president since 2019"."""

import re
from datetime import date

from spacy.tokens import Token

from extract.dates import MONTH, MONTHS

_STARTS = frozenset({"since", "from", "between", "until", "till", "in"})
_STEPS = 3  # from a preposition up to the title: "minister of energy from 2010", "chief of staff until 2016"
_YEAR = r"(?:18|19|20)\d\d"
_POINT = rf"(?:(?:\d{{1,2}} )?(?:{MONTH})\b\.?(?: \d{{1,2}})?,? {_YEAR}|{_YEAR})(?![\d%])"
_SPAN = re.compile(
    rf"(?:(?P<kind>since|from|between|until|till|in) )(?P<first>{_POINT})"
    rf"(?:\s*(?:to|until|till|through|and|-|–)\s*(?P<last>{_POINT}))?",
    re.IGNORECASE,
)
_YEARS = re.compile(rf"[\s,(]{{1,3}}(?P<first>{_YEAR})\s*[-–]\s*(?P<last>{_YEAR}|\d\d)(?!\d)")
_PARTS = re.compile(
    rf"(?:(?P<before>\d{{1,2}}) )?(?P<month>{MONTH})\b\.?(?: (?P<after>\d{{1,2}}))?,? (?P<year>{_YEAR})",
    re.IGNORECASE,
)

Tenure = tuple[str | None, str | None]  # ISO dates, months or years


def tenure(noun: Token, verb: Token | None) -> Tenure:
    """Return since and until when an office is held, each None where it is not stated.

    Args:
        noun: the last word of the title, an apposition or what a linking verb says.
        verb: that verb, None of an apposition.

    """
    sentence = noun.sent
    if verb is None or verb.lemma_ != "become":
        end = noun.idx + len(noun.text) - sentence.start_char
        if (years := _YEARS.match(sentence.text, end)) is not None:
            last = years["last"]
            return _ordered(years["first"], last if len(last) > 2 else years["first"][:2] + last)  # noqa: PLR2004 - "2010-14"
    for word in sentence:
        if word.lower_ not in _STARTS or word.i < noun.i or not _belongs(word, noun, verb):
            continue
        found = _SPAN.match(sentence.text, word.idx - sentence.start_char)
        if found is None:
            continue
        kind, first = found["kind"].lower(), _iso(found["first"])
        last = _iso(found["last"]) if found["last"] else None
        if kind == "in":
            if verb is not None and verb.lemma_ == "become":
                return first, None
        elif kind in {"until", "till"}:
            return None, first
        elif kind == "since":
            return first, None
        elif last is not None:
            return _ordered(first, last)
        elif kind == "from":
            return first, None
    return None, None


def _belongs(word: Token, noun: Token, verb: Token | None) -> bool:
    """Tell whether a preposition depends on the title, on what it is an office of, or on the linking verb."""
    above = word.head
    for _ in range(_STEPS):
        if above in {noun, verb}:
            return True
        if above.pos_ in {"VERB", "AUX"}:
            return False
        above = above.head
    return False


def _ordered(first: str | None, last: str | None) -> Tenure:
    return (first, last) if first is None or last is None or first[:4] <= last[:4] else (None, None)


def _iso(text: str) -> str | None:
    parts = _PARTS.fullmatch(text.strip())
    if parts is None:
        return text.strip()
    month = MONTHS[parts["month"].lower()]
    day = parts["before"] or parts["after"]
    if day is None:
        return f"{parts['year']}-{month:02}"
    try:
        return date(int(parts["year"]), month, int(day)).isoformat()
    except ValueError:
        return None
