"""When a claim's happening took place, as far as its sentence says: explicit or relative to publication."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Span, Token

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    )
}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_POINT = rf"(?:(?:\d{{1,2}} )?(?:{MONTH})\b\.?(?: \d{{1,2}}\b)?(?:,? (?:(?:19|20)\d\d))?|(?:19|20)\d\d)"
_PATTERNS = (
    # A range is known no better than by what both its ends have in common: "between March and May 2024".
    (
        "range",
        re.compile(
            rf"\b(?:between (?P<a>{_POINT}) and|from (?P<b>{_POINT}) (?:to|until|till|through)) (?P<c>{_POINT})",
            re.IGNORECASE,
        ),
    ),
    ("iso", re.compile(r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b")),
    (
        "day",
        re.compile(
            rf"\b(?P<mon>{MONTH})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<y>(?:19|20)\d\d))?",
            re.IGNORECASE,
        ),
    ),
    (
        "day",
        re.compile(
            rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<mon>{MONTH})\b\.?(?:,? (?P<y>(?:19|20)\d\d))?",
            re.IGNORECASE,
        ),
    ),
    (
        "month",
        re.compile(
            rf"\b(?:(?P<last>last|next|this) )?(?P<mon>{MONTH})\b\.?(?:,? (?P<y>(?:19|20)\d\d))?",
            re.IGNORECASE,
        ),
    ),
    (
        "weekday",
        re.compile(rf"\b(?:(?P<last>last|next|this) )?(?P<wd>{'|'.join(_WEEKDAYS)})\b", re.IGNORECASE),
    ),
    ("relative", re.compile(r"\b(?P<rel>today|tonight|yesterday|tomorrow)\b", re.IGNORECASE)),
    ("span", re.compile(r"\b(?P<last>last|next|this) (?P<unit>week|month|year)\b", re.IGNORECASE)),
    (
        "ago",
        re.compile(
            r"\b(?P<n>\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten) (?P<unit>day|week|month|year)s? ago\b",
            re.IGNORECASE,
        ),
    ),
    (
        "year",
        re.compile(r"\b(?:in|since|during|of|by|early|late) (?P<y>(?:19|20)\d\d)\b(?!\w)", re.IGNORECASE),
    ),
)
_LONG_AGO = 1000  # years, months or days; more is no date of a news event
_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}


@dataclass(frozen=True, slots=True)
class When:
    """An ISO date, month or year, its precision (day, month, year) and basis (explicit or relative)."""

    date: str
    precision: str
    basis: str


def when(token: Token, published: date | None, *, future: bool) -> When | None:
    """Return when the happening that a token names took place, None where its sentence does not say.

    Only a date of the same clause counts; `future` reads "on Friday" as the next one. What was agreed on a day is
    not to happen that day: there the date is of the agreement.
    """
    sentence = token.sent
    found = list(_dates(sentence, published, future=future))
    if not found:
        return None
    clause = _clause(token)
    for position, each in found:
        word = _word_at(sentence, position)
        if word is not None and _clause(word) == clause and not (future and _is_of_governor(word, token)):
            return each
    return None


def _dates(sentence: Span, published: date | None, *, future: bool) -> Iterator[tuple[int, When]]:
    text = sentence.text
    taken: list[tuple[int, int]] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            parts = match.groupdict()
            if "mon" in parts and not match.group("mon")[0].isupper():
                continue  # "may", "march"
            value = _value(kind, parts, published, future=future)
            if value is not None or kind == "range":
                taken.append(match.span())
            if value is not None:
                yield match.start(), value


def _value(kind: str, parts: dict[str, str | None], published: date | None, *, future: bool) -> When | None:
    if kind == "range":
        return _common(f"{parts['a'] or parts['b']}", f"{parts['c']}")
    year = int(given) if (given := parts.get("y")) else None
    month = MONTHS[str(parts["mon"]).lower()] if parts.get("mon") else None
    if kind == "iso":
        return _day(int(str(parts["y"])), int(str(parts["m"])), int(str(parts["d"])), "explicit")
    if kind == "year":
        return When(str(year), "year", "explicit")
    if month is not None and year is not None:
        return (
            _day(year, month, int(str(parts["d"])), "explicit")
            if kind == "day"
            else When(f"{year}-{month:02}", "month", "explicit")
        )
    if published is None:
        return None
    if kind == "day" and month is not None:
        return _near_day(published, month, int(str(parts["d"])), future=future)
    if kind == "month" and month is not None:
        near = _near_year(published, month, str(parts.get("last") or "").lower(), future=future)
        return When(f"{near}-{month:02}", "month", "relative")
    return _relative(kind, parts, published, future=future)


def _common(first: str, last: str) -> When | None:
    """Return the year of a range that lies in one year, None for a longer one or where no year is stated."""
    years = {found.group() for end in (first, last) if (found := re.search(r"(?:19|20)\d\d", end))}
    stated_last = re.search(r"(?:19|20)\d\d", last) is not None
    return When(years.pop(), "year", "explicit") if len(years) == 1 and stated_last else None


def _relative(kind: str, parts: dict[str, str | None], published: date, *, future: bool) -> When | None:
    which = str(parts.get("last") or "").lower()
    if kind == "weekday":
        back = (published.weekday() - _WEEKDAYS[str(parts["wd"]).lower()]) % 7
        ahead = which == "next" or (future and not which)
        day = (
            published + timedelta(days=(7 - back) % 7 or (7 if which == "next" else 0))
            if ahead
            else published - timedelta(days=back or (7 if which == "last" else 0))
        )
        return When(day.isoformat(), "day", "relative")
    if kind == "relative":
        shift = {"yesterday": -1, "tomorrow": 1}.get(str(parts["rel"]).lower(), 0)
        return When((published + timedelta(days=shift)).isoformat(), "day", "relative")
    step = {"last": -1, "next": 1}.get(which, 0)
    if kind == "ago":
        count = str(parts["n"]).lower()
        step = -(_NUMBERS.get(count) or int(count))
    unit = str(parts["unit"]).lower()
    if abs(step) > _LONG_AGO:
        return None
    if unit == "year":
        return When(f"{published.year + step:04}", "year", "relative")
    if unit == "month":
        months = published.year * 12 + published.month - 1 + step
        return When(f"{months // 12:04}-{months % 12 + 1:02}", "month", "relative")
    if unit == "day":
        return When((published + timedelta(days=step)).isoformat(), "day", "relative")
    return None


def _near_day(published: date, month: int, day: int, *, future: bool) -> When | None:
    year = _near_year(published, month, "", future=future)
    return _day(year, month, day, "relative")


def _near_year(published: date, month: int, which: str, *, future: bool) -> int:
    if which == "last":
        return published.year if month < published.month else published.year - 1
    if which == "next" or future:
        return published.year if month >= published.month else published.year + 1
    return published.year if month <= published.month else published.year - 1


def _day(year: int, month: int, day: int, basis: str) -> When | None:
    try:
        return When(date(year, month, day).isoformat(), "day", basis)
    except ValueError:
        return None


def _word_at(sentence: Span, position: int) -> Token | None:
    return next(
        (each for each in sentence if each.idx - sentence.start_char + len(each.text) > position), None
    )


def _is_of_governor(word: Token, infinitive: Token) -> bool:
    """Tell whether a word stands between a verb and its infinitive, with the verb ("agreed on 22 May to cooperate")."""
    verb = next((each for each in word.ancestors if each.pos_ in {"VERB", "AUX"}), None)
    if verb is None or not verb.i < word.i < infinitive.i:
        return False
    return verb != infinitive and verb.is_ancestor(infinitive)


def _clause(token: Token) -> Token:
    while token.head != token and token.pos_ not in {"VERB", "AUX"}:
        token = token.head
    # A participle or an infinitive shares the date of the verb it depends on.
    while token.dep_ in {"xcomp", "conj"} and token.head != token and token.pos_ in {"VERB", "AUX"}:
        token = token.head
    return token
