"""A change to who is who: what an article or a judgement changes, carried out inside a transaction."""

from collections.abc import Collection, Iterable

from graph import tallies
from graph.identity import moving, rules
from graph.identity.component import Component
from graph.identity.judgement import Judgement, properties
from graph.identity.occurrences import Occurrences
from graph.identity.resolving import Actors
from graph.store import Transaction
from graph.tallies import Contribution, Tally
from graph.ties import Touched


class Change:
    """What an article, or judgements made and withdrawn, change about who is who.

    `begin` comes after the article's old statements were removed and before its new ones are written, `end` after
    both. Until the transaction ends nobody else changes the same actors.
    """

    def __init__(
        self,
        transaction: Transaction,
        *,
        article: str | None = None,
        lost: Iterable[Contribution] = (),
        gained: Iterable[Contribution] = (),
        made: Collection[Judgement] = (),
        withdrawn: Collection[str] = (),
        about: Iterable[str] = (),
        recount: bool = False,
    ) -> None:
        """Read what the change depends on.

        Args:
            transaction: in which it happens.
            article: the id of the article that changes.
            lost: what its line until now said of actors.
            gained: what its new line says of them.
            made: judgements to be made.
            withdrawn: ids of judgements to be withdrawn.
            about: extracted ids that the judgements withdrawn are about.
            recount: whether articles are counted anew for actors of several ids, since what the article says of the
                other ids comes or goes in another change.

        """
        self._transaction = transaction
        self._article = article
        self._recount = recount
        self._lost, self._gained = list(lost), list(gained)
        ids = {each.actor for each in (*self._lost, *self._gained)} | set(about)
        component = Component(transaction.run, ids, article=article, lost=self._lost, gained=self._gained)
        if made:
            component.connect(made)
        self.component = component
        old = component.judgements
        new = {**{key: each for key, each in old.items() if key not in withdrawn}, **{m.id: m for m in made}}
        self.before = Actors(component.before, old.values())
        self.after = Actors(component.after, new.values())
        self._who = {
            each.actor: self.after.actor(each.actor, each.part, article or "") for each in self._gained
        }
        self._moves = moving.needed(transaction, self.before, self.after, leave_out=article)

    def actor(self, identity: str) -> str:
        """Return who an extracted id is in the article that changes."""
        return self._who[identity]

    def actors(self) -> list[str]:
        """Return the actors that the change may concern: those that were and those that will be."""
        return sorted(self.before.members.keys() | self.after.members.keys())

    def begin(self) -> Touched:
        """Move the occurrences in other articles; return what their claims touch."""
        return moving.move(self._transaction, self._moves.moves)

    def tallies(self) -> dict[str, Tally]:
        """Return for each actor that the change may concern what articles say of it; it goes where they say nothing."""
        return {actor: self.after.tally(actor) for actor in self.actors()}

    def article_counts(self) -> dict[str, int]:
        """Return in how many articles those actors are mentioned that have several ids, which one may use side by side."""
        several = {actor for actor in self.after.members if len(self.after.identities(actor)) > 1}
        if not several:
            return {}
        moved = several if self._recount else self._moves.actors
        counts: dict[str, int] = {}
        if anew := sorted(several & moved):
            rows = self._transaction.run("derive/count_articles", actors=anew)
            counts |= {row["actor"]: row["article_count"] for row in rows}
        if steady := sorted(several - moved):
            gained = set(self._who.values())
            lost = {self.before.actor(each.actor, each.part, self._article or "") for each in self._lost}
            for row in self._transaction.run("derive/article_counts", actors=steady):
                actor = row["actor"]
                counts[actor] = row["article_count"] + (actor in gained) - (actor in lost)
        return counts

    def end(self) -> None:
        """Write what later changes start from: the tallies of the ids, and what rules judge of them."""
        component = self.component
        rows = [
            {"id": identity, "counts": tallies.written(component.after[identity].parts)}
            for identity in sorted(component.changed)
            if component.after[identity].parts
        ]
        if rows:
            self._transaction.run("derive/set_tallies", rows=rows)
        empty = sorted(identity for identity, known in component.after.items() if not known.parts)
        if empty:
            self._transaction.run("identity/drop_tallies", ids=empty)
        write_derived(
            self._transaction,
            before=_derived(component.before, component.changed),
            after=_derived(component.after, component.changed),
        )


def write_derived(
    transaction: Transaction, *, before: Iterable[Judgement], after: Iterable[Judgement]
) -> None:
    """Write the judgements of rules that follow now, and remove those that follow no longer."""
    old, new = {each.id for each in before}, {each.id: each for each in after}
    if gone := sorted(old - new.keys()):
        transaction.run("identity/unwrite", ids=gone)
    if come := [properties(new[each]) for each in sorted(new.keys() - old)]:
        transaction.run("identity/write", rows=come)


def _derived(known: dict[str, Occurrences], identities: Iterable[str]) -> list[Judgement]:
    return [each for identity in identities for each in rules.judgements(identity, known[identity].parts)]
