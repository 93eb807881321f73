"""What is known of the occurrences of extracted ids, as far as who they are depends on it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.tallies import Contribution, Tally, total


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The occurrences of one extracted id.

    Attributes:
        identity: the id as extracted.
        parts: what articles say of it, for each part (`graph.identity.traits`).
        named: what is said by the articles of which a judgement names its occurrence.

    """

    identity: str
    parts: dict[str, Tally] = field(default_factory=dict)
    named: dict[str, Contribution] = field(default_factory=dict)

    @property
    def kind(self) -> str | None:
        """The kind that most articles give it; None where none mentions it."""
        return total(self.parts.values()).most("kind")

    def unnamed(self) -> Iterator[tuple[str, Tally]]:
        """Yield for each part what articles say of it, without those whose occurrence a judgement names."""
        for part, tally in self.parts.items():
            rest = total([tally])
            for contribution in self.named.values():
                if contribution.part == part:
                    rest.add(contribution, -1)
            if rest.articles:
                yield part, rest
