"""Names as they are compared, whatever an outlet does with accents and case."""

import re
import unicodedata

from extract.gazetteer import name_forms
from graph.catalogue.folding import PARTICLES, SUFFIXES

_GENERATIONS = frozenset({"jr", "sr"})


def folded(name: str) -> str:
    """Return a name without case and accents."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(each for each in decomposed if not unicodedata.combining(each)).casefold()


def plain(text: str) -> str:
    """Return a name without a possessive, quotation marks and doubled spaces."""
    text = re.sub(r"[’']s$|[’']$", "", " ".join(text.split()))
    return text.strip('"“”‘ ')


def words_of(text: str) -> list[str]:
    """Return the words of a name without what tells father and son apart: "Jr.", "III"."""
    words = [word for word in re.split(r"\s+", plain(text)) if word]
    while len(words) > 1 and _is_suffix(words[-1]):
        words.pop()
    if len(words) > 1:
        words[-1] = words[-1].rstrip(",")
    return words


def suffix_of(text: str) -> str:
    """Return what tells father from son: "jr" of "Smith Jr.", else nothing.

    A number does not count: outlets write "Robert Mueller III" or leave it out, and seldom mean a grandfather.
    """
    words = plain(text).split()
    suffix = folded(words[-1].rstrip(".")) if len(words) > 1 else ""
    return suffix if suffix in _GENERATIONS else ""


def key_of(text: str) -> str:
    """Return a person's name or surname as it is looked up: "bainum jr"."""
    return folded(" ".join([*words_of(text), suffix_of(text)]).strip())


def surname_of(words: list[str]) -> str:
    """Return the folded surname of a name's words: "van der bellen"."""
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    return folded(" ".join(words[start:]))


def without_suffixes(words: list[str]) -> list[str]:
    """Return the words of a company's name that its short name keeps."""
    end = len(words)
    while end > 1 and words[end - 1].rstrip(",") in name_forms("suffixes"):
        end -= 1
    return [*words[: end - 1], words[end - 1].rstrip(",")]


def _is_suffix(word: str) -> bool:
    return folded(word.rstrip(".")) in SUFFIXES
