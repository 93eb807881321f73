"""First names and whose they mostly are."""

from functools import cache
from typing import Any


@cache
def _detector() -> Any:  # noqa: ANN401 - the library has no types
    from gender_guesser.detector import Detector

    return Detector(case_sensitive=False)


@cache
def gender(first: str) -> str | None:
    """Return m or f for a first name that is mostly of men or of women, None for any other word."""
    guess = _detector().get_gender(first)
    return {"male": "m", "mostly_male": "m", "female": "f", "mostly_female": "f"}.get(guess)


@cache
def known(first: str) -> bool:
    """Tell whether a word is anywhere a first name, of men, of women or of both."""
    return bool(first.isalpha() and first[0].isupper() and _detector().get_gender(first) != "unknown")
