"""What follows from the primary data: actors' names and kinds, typed edges between actors.

Actors follow from their tallies (`graph.tallies`), to which an article adds or from which it takes away. Edges
are worked out per tie (`graph.ties`), each time from all its claims, which an index finds. So what one article
costs depends on the actors and ties it touches and not on the size of the graph, and an incremental derivation
and a full one give the same graph, in whatever order articles came.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from graph import ontology
from graph.store import Row, Store, Transaction
from graph.tallies import Contribution, Tally
from graph.ties import SEPARATOR, Tie, pair, tie

_BATCH = 500  # actors, claims or pairs of one transaction of a rebuild


def _nowhere(_: int) -> None:
    """Show no progress."""


def derive(
    transaction: Transaction,
    *,
    gained: Iterable[Contribution] = (),
    lost: Iterable[Contribution] = (),
    ties: Iterable[Tie] = (),
) -> None:
    """Derive anew what an article changed: what it says of actors, and the ties of its claims.

    The transaction must hold the actors (`hold_actors`), so that no other changes them at the same time.
    """
    gained, lost = list(gained), list(lost)
    touched = sorted({contribution.actor for contribution in (*gained, *lost)})
    tallies = {actor: Tally() for actor in touched}
    for row in transaction.run("derive/tallies", actors=touched):
        tallies[row["actor"]] = Tally.read(row["counts"])
    for contribution in lost:
        tallies[contribution.actor].add(contribution, -1)
    for contribution in gained:
        tallies[contribution.actor].add(contribution, 1)
    # Edges before actors: an edge of an actor that goes must not be in the way.
    _derive_edges(transaction, ties)
    _write_actors(transaction, tallies)


@dataclass(frozen=True, slots=True)
class Derived:
    """From how much a rebuild derived: claims, actors, and pairs of actors with a relation."""

    claims: int
    actors: int
    ties: int


def rebuild(store: Store, *, advance: Callable[[int], None] = _nowhere) -> Derived:
    """Derive everything anew; what others read or load meanwhile is whole at any time."""
    claims = actors = ties = 0
    for rows in _batches(store, "derive/next_claims", "id"):
        store.transact(_pairs_anew(rows))
        claims += len(rows)
        advance(len(rows))
    for rows in _batches(store, "derive/next_actors", "id"):
        store.transact(_actors_anew([row["id"] for row in rows]))
        actors += len(rows)
        advance(len(rows))
    for rows in _batches(store, "derive/next_ties", "pair"):
        store.transact(_edges_anew([tie(row["pair"], row["relation"]) for row in rows]))
        ties += len(rows)
        advance(len(rows))
    return Derived(claims, actors, ties)


def hold_actors(transaction: Transaction, actors: Iterable[str]) -> None:
    """Keep other transactions from deriving these actors until this one ends."""
    # In one order everywhere, so that two never wait for each other in a circle.
    transaction.run("derive/hold_actors", actors=sorted(set(actors)))


def _batches(store: Store, query: str, key: str) -> Iterator[list[Row]]:
    after = ""
    while rows := store.read(query, after=after, limit=_BATCH):
        yield rows
        after = rows[-1][key]


def _pairs_anew(claims: list[Row]) -> Callable[[Transaction], None]:
    rows = [{"id": claim["id"], "pair": pair(claim["source"], claim["target"])} for claim in claims]
    return lambda transaction: _run_if_any(transaction, "derive/set_pairs", rows=rows)


def _actors_anew(actors: list[str]) -> Callable[[Transaction], None]:
    def work(transaction: Transaction) -> None:
        hold_actors(transaction, actors)
        tallies = {actor: Tally() for actor in actors}
        for row in transaction.run("derive/actor_contributions", actors=actors):
            tallies[row["actor"]].add(Contribution.of(row), row["article_count"])
        transaction.run("derive/remove_stray_edges", actors=actors)
        _write_actors(transaction, tallies)

    return work


def _edges_anew(ties: list[Tie]) -> Callable[[Transaction], None]:
    def work(transaction: Transaction) -> None:
        hold_actors(transaction, [actor for each in ties for actor in (each.left, each.right)])
        _derive_edges(transaction, ties)

    return work


def _derive_edges(transaction: Transaction, ties: Iterable[Tie]) -> None:
    relations = ontology.load().relations
    rows = [
        {
            "left": each.left,
            "right": each.right,
            "pair": f"{each.left}{SEPARATOR}{each.right}",
            "relation": each.relation,
            "symmetric": relations[each.relation].symmetric,
        }
        for each in sorted(set(ties))
        if relations[each.relation].edge
    ]
    _run_if_any(transaction, "derive/remove_edges", ties=rows)
    _run_if_any(transaction, "derive/create_edges", ties=rows)


def _write_actors(transaction: Transaction, tallies: dict[str, Tally]) -> None:
    gone = [actor for actor, tally in tallies.items() if not tally.articles]
    left = {actor: tally for actor, tally in tallies.items() if tally.articles}
    _run_if_any(transaction, "derive/remove_actors", actors=gone)
    _run_if_any(
        transaction,
        "derive/set_tallies",
        rows=[{"id": actor, "counts": tally.written()} for actor, tally in left.items()],
    )
    if left:
        transaction.run(
            "derive/set_actors",
            rows=[{"id": actor, "properties": tally.properties(actor)} for actor, tally in left.items()],
            kinds=list(ontology.load().kinds),
        )


def _run_if_any(transaction: Transaction, query: str, **parameters: list[Any]) -> None:
    if any(parameters.values()):
        transaction.run(query, **parameters)
