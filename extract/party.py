"""An actor at one place of an article."""

from dataclasses import dataclass

from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Party:
    """An actor at one place: the mention's offsets, the phrase's text, and the rule that resolved it."""

    actor: str
    rule: str
    confidence: float
    start: int
    end: int
    text: str
    token: Token
