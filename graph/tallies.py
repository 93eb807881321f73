"""What articles say of an actor, counted: its name, kind and country are what most of them say.

An actor's tally is the sum of what each article contributes, so an article is added or taken away without
reading the others, and the order in which that happens leaves no trace.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from graph.ids import key

_SINGLE = ("kind", "name", "wikidata", "country", "sector")


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one article says of one actor; `actor` is the id as extracted, `part` by what it may be told apart."""

    actor: str
    part: str
    kind: str
    name: str
    names: tuple[str, ...]
    wikidata: str | None
    country: str | None
    sector: str | None

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """Return the contribution that a row of the store describes."""
        single = {name: row[name] for name in _SINGLE}
        return cls(actor=row["actor"], part=row["part"], names=tuple(row["names"]), **single)


@dataclass(slots=True)
class Tally:
    """How many articles mention an actor, and how many of them say what of it."""

    articles: int = 0
    said: dict[str, dict[str, int]] = field(default_factory=dict)

    def add(self, contribution: Contribution, articles: int) -> None:
        """Add what a number of articles contributes; a negative number takes it away."""
        self.articles += articles
        for name in _SINGLE:
            self._count(name, getattr(contribution, name), articles)
        for form in {contribution.name, *contribution.names}:
            self._count("names", form, articles)

    def join(self, other: Self) -> None:
        """Add all that the other has."""
        self.articles += other.articles
        for name, counts in other.said.items():
            for value, articles in counts.items():
                self._count(name, value, articles)

    def most(self, name: str) -> str | None:
        """Return of a property what most articles say, of as many the first by alphabet."""
        counts = self.said.get(name)
        return min(counts, key=lambda value: (-counts[value], value)) if counts else None

    def properties(self, actor: str) -> dict[str, Any]:
        """Return what follows for the actor: of each property what most articles say."""
        most = {name: self.most(name) for name in _SINGLE}
        aliases = sorted(self.said.get("names", {}).keys() - {most["name"]})
        return {**most, "key": key(actor), "aliases": aliases, "article_count": self.articles}

    def _count(self, name: str, value: str | None, articles: int) -> None:
        if value is None:
            return
        counts = self.said.setdefault(name, {})
        counts[value] = counts.get(value, 0) + articles
        if not counts[value]:
            del counts[value]
        if not counts:
            del self.said[name]


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of some tallies."""
    whole = Tally()
    for tally in tallies:
        whole.join(tally)
    return whole


def read(counts: str) -> dict[str, Tally]:
    """Return the tallies of the parts of an id that `written` wrote."""
    return {part: Tally(found["articles"], found["said"]) for part, found in json.loads(counts).items()}


def written(parts: Mapping[str, Tally]) -> str:
    """Return the tallies of the parts of an id as text, the same for the same tallies."""
    found = {
        part: {"articles": tally.articles, "said": tally.said}
        for part, tally in parts.items()
        if tally.articles
    }
    return json.dumps(found, ensure_ascii=False, sort_keys=True)
