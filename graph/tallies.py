"""What articles say of an actor, counted: its name, kind and country are what most of them say.

An actor's tally is the sum of what each article contributes, so an article is added or taken away without
reading the others, and the order in which that happens leaves no trace.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from graph.ids import key

_SINGLE = ("kind", "name", "wikidata", "country", "sector")


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one article says of one actor; `actor` is the actor's id in the graph."""

    actor: str
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
        return cls(actor=row["actor"], names=tuple(row["names"]), **single)


@dataclass(slots=True)
class Tally:
    """How many articles mention an actor, and how many of them say what of it."""

    articles: int = 0
    said: dict[str, dict[str, int]] = field(default_factory=dict)

    @classmethod
    def read(cls, counts: str) -> Self:
        """Return the tally that `written` wrote."""
        found = json.loads(counts)
        return cls(found["articles"], found["said"])

    def written(self) -> str:
        """Return the tally as text, the same for the same tally."""
        return json.dumps({"articles": self.articles, "said": self.said}, ensure_ascii=False, sort_keys=True)

    def add(self, contribution: Contribution, articles: int) -> None:
        """Add what a number of articles contributes; a negative number takes it away."""
        self.articles += articles
        for name in _SINGLE:
            self._count(name, getattr(contribution, name), articles)
        for form in {contribution.name, *contribution.names}:
            self._count("names", form, articles)

    def properties(self, actor: str) -> dict[str, Any]:
        """Return what follows for the actor: of each what most articles say, of as many the first by alphabet."""
        most = {name: self._most(name) for name in _SINGLE}
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

    def _most(self, name: str) -> str | None:
        counts = self.said.get(name)
        return min(counts, key=lambda value: (-counts[value], value)) if counts else None
