"""Which language a text is in."""

from functools import cache
from typing import Any

_SAMPLE = 2_000  # code points that are looked at
_FEWEST_WORDS = 12  # a shorter text says too little of its language
_SURE = 0.9


@cache
def _identifier() -> Any:  # noqa: ANN401 - the library has no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def foreign_language(text: str) -> str | None:
    """Return the ISO 639-1 code of a text that is surely not English, None where it may be."""
    sample = " ".join(text[:_SAMPLE].split())
    if not any(character.isalpha() for character in sample):
        return None
    latin = sum(character.isascii() for character in sample if character.isalpha())
    letters = sum(character.isalpha() for character in sample)
    other_script = latin * 2 < letters
    if len(sample.split()) < _FEWEST_WORDS and not other_script:
        return None
    language, sure = _identifier().classify(sample)
    return str(language) if language != "en" and (other_script or sure >= _SURE) else None
