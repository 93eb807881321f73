"""Names as they are compared, whatever an outlet does with accents and case."""

import unicodedata


def folded(name: str) -> str:
    """Return a name without case and accents."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(each for each in decomposed if not unicodedata.combining(each)).casefold()
