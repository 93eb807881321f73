"""Ids that judgements connect, with all that who they are depends on; read and held inside a transaction."""

from collections.abc import Collection, Iterable, Mapping
from copy import deepcopy
from dataclasses import fields
from typing import Any, Protocol

from graph import tallies
from graph.identity import rules
from graph.identity.judgement import Judgement
from graph.identity.occurrences import Occurrences
from graph.store import Row
from graph.tallies import Contribution, Tally


class Queries(Protocol):
    """What runs a query of `cypher/`: a transaction, or a store that only reads."""

    def __call__(self, name: str, /, **parameters: object) -> list[Row]:
        """Run the query of that name and return its rows."""


Said = Mapping[str, Contribution]  # what one article says of actors, by extracted id


class Component:
    """Some ids and all that judgements connect with them, before and after an article changes.

    Where it holds them nobody else changes who they are until the transaction ends.
    """

    def __init__(
        self,
        run: Queries,
        identities: Iterable[str],
        *,
        holding: bool = True,
        article: str | None = None,
        lost: Iterable[Contribution] = (),
        gained: Iterable[Contribution] = (),
    ) -> None:
        self._run = run
        self._holding = holding
        self._article = article
        self._lost: Said = {each.actor: each for each in lost}
        self._gained: Said = {each.actor: each for each in gained}
        self.before: dict[str, Occurrences] = {}
        self.after: dict[str, Occurrences] = {}
        self.judgements: dict[str, Judgement] = {}
        self._take_in(identities)

    @property
    def changed(self) -> set[str]:
        """The ids of which the article says, or said, something."""
        return self._lost.keys() | self._gained.keys()

    def connect(self, judgements: Collection[Judgement]) -> None:
        """Take in judgements that are about to be made, and what they connect; they are not among `judgements`."""
        self._take_in({side.identity for each in judgements for side in each.sides}, also=judgements)

    def _take_in(self, identities: Iterable[str], *, also: Collection[Judgement] = ()) -> None:
        ids = set(identities) - self.before.keys()
        while ids:
            ids = self._read(ids)
        self._name([*self.judgements.values(), *also])

    def _read(self, ids: set[str]) -> set[str]:
        """Read ids, and hold them if asked to; return those that judgements connect with them and that are not read yet."""
        for identity, counts in (hold if self._holding else _look)(self._run, ids).items():
            parts = tallies.read(counts or "{}")
            self.before[identity] = Occurrences(identity, parts)
            self.after[identity] = Occurrences(identity, self._changed_parts(identity, parts))
        found = [of_row(row["judgement"]) for row in self._run("identity/about", ids=sorted(ids))]
        self.judgements |= {each.id: each for each in found}
        for identity in sorted(ids):
            found += rules.judgements(identity, self.after[identity].parts)
        same = {side.identity for each in found if each.decision == "same" for side in each.sides}
        return same - self.before.keys()

    def _changed_parts(self, identity: str, parts: Mapping[str, Tally]) -> dict[str, Tally]:
        changed = {part: deepcopy(tally) for part, tally in parts.items()}
        for contribution, articles in ((self._lost.get(identity), -1), (self._gained.get(identity), 1)):
            if contribution is not None:
                changed.setdefault(contribution.part, Tally()).add(contribution, articles)
        return {part: tally for part, tally in changed.items() if tally.articles}

    def _name(self, judgements: Iterable[Judgement]) -> None:
        """Read what is said by the articles of which a judgement names the occurrence."""
        wanted = {
            (side.identity, side.article)
            for made in judgements
            if made.decision != "unsure"
            for side in made.sides
            if side.article is not None and side.identity in self.before
        }
        for identity, article in wanted:
            if article == self._article and identity in self._gained:
                self.after[identity].named[article] = self._gained[identity]
        rows = [{"identity": identity, "article": article} for identity, article in sorted(wanted)]
        if not rows:
            return
        for row in self._run("identity/named", occurrences=rows):
            said = Contribution.of(row)
            self.before[said.actor].named[row["article"]] = said
            if row["article"] != self._article:
                self.after[said.actor].named[row["article"]] = said


def hold(run: Queries, identities: Iterable[str]) -> dict[str, str | None]:
    """Keep others from changing who these ids are until the transaction ends; return the tally of each as written."""
    held: dict[str, str | None] = {}
    missing = set(identities)
    while missing:
        # In one order everywhere, so that two seldom wait for each other in a circle.
        for row in run("identity/hold", ids=sorted(missing)):
            # One that another transaction removed while this one waited for it is not there: it is made anew.
            if row["id"] is not None:
                held[row["id"]] = row["counts"]
        missing -= held.keys()
    return held


def _look(run: Queries, identities: Iterable[str]) -> dict[str, str | None]:
    return {row["id"]: row["counts"] for row in run("identity/look", ids=sorted(set(identities)))}


def of_row(row: Row | Mapping[str, Any]) -> Judgement:
    """Return the judgement that a node of the graph holds."""
    found: dict[str, Any] = {field.name: row.get(field.name) for field in fields(Judgement)}
    return Judgement(**found)
