"""What a person types, as a query of the full-text index."""

import re

# As the index cuts texts into words: an apostrophe or a dot inside a word belongs to it (O'Brien, U.S).
_WORD = re.compile(r"\w+(?:['’.]\w+)*")
_MOST_WORDS = 12
_FUZZY_FROM = 4  # letters; shorter words have too many neighbours


def lucene(text: str) -> str | None:
    """Return a Lucene query in which every word must be found, as given, as a prefix or with a typo.

    Only words go into it, so none of Lucene's signs in the text means anything. None where there is no word.
    """
    words = _WORD.findall(text.lower())[:_MOST_WORDS]
    if not words:
        return None
    return " AND ".join(_forms(word) for word in words)


def _forms(word: str) -> str:
    # Either apostrophe is meant, whichever was typed.
    either = re.sub("['’]", "?", word)
    forms = [f"{either}^4", f"{either}*"]
    if len(word) >= _FUZZY_FROM and not any(sign.isdigit() for sign in word):
        forms.append(f"{word}~1")
    return f"({' OR '.join(forms)})"
