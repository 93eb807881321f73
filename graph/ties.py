"""Ties: what two actors and a relation have in common, the unit in which edges are derived."""

from typing import NamedTuple

# It stands in no actor id (`graph.jsonl` sees to that), and needs no escape in a URL.
SEPARATOR = "~"


class Tie(NamedTuple):
    """Two actors, the smaller id first, and a relation that a claim states between them in some direction."""

    left: str
    right: str
    relation: str


def pair(source: str, target: str | None) -> str | None:
    """Return what all claims between these two have in common; None where there are not two."""
    if target is None or source == target:
        return None
    return SEPARATOR.join(sorted((source, target)))


def tie(pair: str, relation: str) -> Tie:
    """Return the tie of a pair and a relation."""
    left, right = pair.split(SEPARATOR)
    return Tie(left, right, relation)
