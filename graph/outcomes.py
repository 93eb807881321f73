"""What loading or removing an article did."""

from dataclasses import dataclass
from typing import Literal

State = Literal["new", "replaced", "unchanged"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What loading one article did."""

    article_id: str
    state: State
    actors: int
    claims: int
    quotations: int


@dataclass(frozen=True, slots=True)
class Removed:
    """What removing one article took away."""

    article_id: str
    claims: int
    quotations: int
