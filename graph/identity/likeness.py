"""How alike the names of two actors are, and keys under which those that may be alike are found."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

_WORD = re.compile(r"[^\W_]+")
# Words that say what kind of body something is, or join others, and not which it is.
_EMPTY = frozenset(
    [
        "the",
        "of",
        "and",
        "for",
        "a",
        "an",
        "de",
        "la",
        "el",
        "al",
        "van",
        "von",
        "der",
        "di",
        "da",
        "inc",
        "corp",
        "corporation",
        "co",
        "company",
        "ltd",
        "plc",
        "llc",
        "sa",
        "ag",
        "nv",
        "spa",
        "group",
        "holdings",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "lord",
    ]
)
_ALIKE = 0.9  # Jaro–Winkler, from which on two words may be spellings of one
_WORTH = 70  # of 100, from which on the likeness of two names is worth knowing
_MOST_NAMES = 8  # of an actor that are compared
_SHORT_ACRONYM, _LONG_ACRONYM = 2, 6


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, from 0 to 1, and in what."""

    degree: float
    why: str


@lru_cache(maxsize=100_000)
def words(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell it from others, without case and accents."""
    bare = unicodedata.normalize("NFKD", name)
    folded = "".join(sign for sign in bare if not unicodedata.combining(sign)).casefold().replace("'", "")
    found = tuple(_WORD.findall(folded))
    return tuple(word for word in found if word not in _EMPTY) or found


def keys(kind: str, names: Sequence[str]) -> Iterator[str]:
    """Yield the keys of an actor: two that share none are not compared."""
    for name in names[:_MOST_NAMES]:
        found = words(name)
        if not found:
            continue
        yield f"{kind} all {' '.join(sorted(found))}"
        if kind == "Person":
            yield f"Person last {found[-1]}"
            yield f"Person stem {found[-1][:5]}"
            yield f"Person first {found[0][0]} {found[-1][:3]}"
            continue
        for word in found:
            yield f"{kind} word {word}"
        if (short := acronym(name)) is not None:
            yield f"{kind} short {short}"


@lru_cache(maxsize=100_000)
def acronym(name: str) -> str | None:
    """Return a name that is an acronym, or the one that its words make, in small letters; None for other names."""
    bare = name.replace(".", "")
    if bare.isupper() and bare.isalpha() and _SHORT_ACRONYM <= len(bare) <= _LONG_ACRONYM:
        return bare.casefold()
    initials = "".join(word[0] for word in name.split() if word[:1].isupper())
    return initials.casefold() if _SHORT_ACRONYM < len(initials) <= _LONG_ACRONYM else None


def likeness(kind: str, one: Sequence[str], other: Sequence[str]) -> Likeness:
    """Return how alike two actors' names are: the best of any two of them."""
    best = Likeness(0.0, "")
    for a in one[:_MOST_NAMES]:
        for b in other[:_MOST_NAMES]:
            found = _alike(kind, a, b, main=a == one[0] or b == other[0])
            if found.degree > best.degree:
                best = found
    return best


def _alike(kind: str, one: str, other: str, *, main: bool) -> Likeness:
    """Return how alike two names are; `main`: one of them is the chief name of its actor and no mere alias."""
    first, second = words(one), words(other)
    if not first or not second:
        return Likeness(0.0, "")
    if sorted(first) == sorted(second):
        # A surname alone is that of many, and so is the short name of a body ("the Board").
        short = len(first) == 1 and (kind == "Person" or not main)
        return Likeness(0.7 if short else 1.0, f"both are called {one}")
    if kind == "Person":
        return _persons(one, other, first, second)
    if _is_acronym(one, other) or _is_acronym(other, one):
        return Likeness(0.85, f"{one} and {other}: one may stand for the other")
    degree = fuzz.token_sort_ratio(" ".join(first), " ".join(second), score_cutoff=_WORTH) / 100
    return Likeness(degree, f"{one} is much like {other}" if degree else "")


def _is_acronym(one: str, other: str) -> bool:
    return (
        one.replace(".", "").isupper()
        and " " not in one
        and acronym(one) is not None
        and acronym(one) == acronym(other)
    )


def _persons(one: str, other: str, first: tuple[str, ...], second: tuple[str, ...]) -> Likeness:
    surnames = JaroWinkler.similarity(first[-1], second[-1])
    if surnames < _ALIKE:
        return Likeness(0.0, "")
    if len(first) == 1 or len(second) == 1:
        same = first[-1] == second[-1]
        return Likeness(0.7 if same else 0.0, f"{one} may be the surname of {other}" if same else "")
    given, other_given = first[0], second[0]
    if given == other_given:
        return Likeness(0.95 * surnames, f"{one} and {other} have one given name and surnames much alike")
    if 1 in {len(given), len(other_given)} and given[0] == other_given[0]:
        return Likeness(0.85 * surnames, f"{one} and {other}: one is an initial of the other")
    similar = JaroWinkler.similarity(given, other_given)
    if similar >= _ALIKE:
        return Likeness(similar * surnames, f"{one} is much like {other}")
    return Likeness(0.0, "")
