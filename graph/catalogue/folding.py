"""Names as they are compared: without case, accents and punctuation, which outlets write or leave out."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose, as English newsrooms write them.
_LETTERS = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n", "ə": "a",
})  # fmt: skip
_DROPPED = re.compile(r"[.'’ʿʾ`´]")
_SPACES = re.compile(r"[\W_]+")
_INITIALS = re.compile(r"\b(\w) (?=\w\b)")
# Words before a surname that belong to it: "van Gogh".
PARTICLES = frozenset(
    [
        "van",
        "von",
        "de",
        "del",
        "della",
        "der",
        "den",
        "da",
        "das",
        "dos",
        "di",
        "du",
        "la",
        "le",
        "bin",
        "ibn",
        "al",
        "el",
        "ben",
        "abu",
        "ter",
        "ten",
    ]
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# Where the family name is written first, as news writes such names too: "Xi Jinping", "Moon Jae-in".
_FAMILY_FIRST = frozenset({"CN", "HK", "KH", "KP", "KR", "MO", "SG", "TW", "VN"})


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """Return a name as it is compared; "J. D. Vance" and "J.D. Vance" are one, "Erdoğan" is "Erdogan"."""
    if name.isascii() and name.replace(" ", "").isalpha():
        return _INITIALS.sub(r"\1", " ".join(name.lower().split()))  # most names, and much quicker
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    plain = "".join(each for each in decomposed if not unicodedata.combining(each)).casefold()
    words = _SPACES.sub(" ", _DROPPED.sub("", plain.replace(". ", " ")))
    return _INITIALS.sub(r"\1", " ".join(words.split()))


def surnames(name: str, country: str | None) -> tuple[str, ...]:
    """Return by which words alone a person of that full name may be called.

    Args:
        name: the full name as written.
        country: ISO alpha-2 code, which tells where the family name comes first.

    """
    words = name.split()
    while len(words) > 1 and folded(words[-1]) in SUFFIXES:
        words.pop()
    if len(words) == 1:
        return ()
    start = len(words) - 1
    while start > 1 and folded(words[start - 1]) in PARTICLES:
        start -= 1
    found = [" ".join(words[start:]), words[-1]]
    if country in _FAMILY_FIRST:
        found.append(words[0])
    return tuple(dict.fromkeys(found))
