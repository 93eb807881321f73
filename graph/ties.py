"""Ties: what two actors and a relation have in common, the unit in which edges are derived."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

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


@dataclass(frozen=True, slots=True)
class Touched:
    """Of what claims came, went or changed: ties, moments in threads (`graph.events.moments`), and events they left."""

    ties: frozenset[Tie] = frozenset()
    moments: frozenset[tuple[str, str]] = frozenset()
    events: frozenset[str] = frozenset()

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, Any]]) -> Self:
        """Return what claims touch, each with `pair`, `relation`, `thread`, `moment` and the `event` that it leaves."""
        known = list(rows)
        return cls(
            frozenset(tie(row["pair"], row["relation"]) for row in known if row["pair"] is not None),
            frozenset((row["thread"], row["moment"]) for row in known if row["thread"] is not None),
            frozenset(row["event"] for row in known if row.get("event") is not None),
        )

    def __or__(self, other: Self) -> Self:
        return type(self)(self.ties | other.ties, self.moments | other.moments, self.events | other.events)
