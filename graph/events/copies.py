"""Near-identical articles: a republished wire story is one source, however many print it.

An article is known by a MinHash signature (Broder, "On the resemblance and containment of documents", 1997) of the
runs of five words of its text, cut into bands (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets",
chapter 3): two articles that share a band are copies. With 20 bands of 5 values, two texts that share half of
their runs are taken for copies one time in two, those that share four fifths always, and those that share a tenth
once in five thousand times.
"""

import hashlib
import re
from collections.abc import Iterable

import rensa

_BANDS, _ROWS = 20, 5
_RUN = 5  # words
_SEED = 1
_BAND_LENGTH = 10  # hexadecimal digits
_WORD = re.compile(r"\w+")


def signature(text: str) -> str | None:
    """Return the bands of a text, each 10 hexadecimal digits, with blanks between; None for a text without words."""
    words = _WORD.findall(text.casefold())
    if not words:
        return None
    runs = [" ".join(words[start : start + _RUN]) for start in range(max(1, len(words) - _RUN + 1))]
    minimal = rensa.RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    minimal.update(sorted(set(runs)))
    values = minimal.digest()
    bands = (values[start : start + _ROWS] for start in range(0, len(values), _ROWS))
    return " ".join(
        hashlib.sha256(",".join(map(str, band)).encode()).hexdigest()[:_BAND_LENGTH] for band in bands
    )


def sources(signatures: Iterable[str]) -> int:
    """Return from how many sources articles of these signatures come: copies, and copies of copies, are one."""
    above: dict[int, int] = {}
    holders: dict[tuple[int, str], int] = {}

    def root(number: int) -> int:
        while number in above:
            number = above[number]
        return number

    count = 0
    for number, each in enumerate(sorted(set(signatures))):
        count += 1
        for band in enumerate(each.split()):
            one, other = root(holders.setdefault(band, number)), root(number)
            if one != other:
                above[max(one, other)] = min(one, other)
                count -= 1
    return count
