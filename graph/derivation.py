"""What follows from the primary data: actors' names and kinds, events, typed edges between actors.

Which actors there are follows from occurrences and judgements (`graph.identity`). What an actor is called follows
from tallies (`graph.tallies`), to which an article adds or from which it takes away. Edges are worked out per tie
(`graph.ties`), each time from all its claims, which an index finds; events in the neighbourhood in time of what
changed (`graph.events`). So what one article costs depends on the actors, ties and moments it touches and not on
the size of the graph, and an incremental derivation and a full one (`graph.rebuilding`) give the same graph, in
whatever order articles and judgements came.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from graph import ontology
from graph.events import deriving
from graph.identity.change import Change
from graph.ids import key
from graph.store import Transaction
from graph.tallies import Tally
from graph.ties import SEPARATOR, Tie, Touched


def prepare(transaction: Transaction, change: Change) -> None:
    """Make sure of all actors that the change may concern, and keep others from changing their edges meanwhile."""
    rows = [{"id": actor, "key": key(actor)} for actor in change.actors()]
    if rows:
        transaction.run("load/ensure_actors", rows=rows)


def derive(transaction: Transaction, change: Change, touched: Touched) -> None:
    """Derive anew what a change touches, after it is written, and what the claims that changed touch."""
    derive_touched(transaction, touched)
    write_actors(transaction, change.tallies(), change.article_counts())
    change.end()


def derive_touched(transaction: Transaction, touched: Touched) -> None:
    """Derive events and edges anew that claims touch, after these are written."""
    # A claim may be elsewhere now because of who the place is, which holds nobody of those it is between.
    actors = sorted({actor for each in touched.ties for actor in (each.left, each.right)})
    run_if_any(transaction, "derive/hold_actors", actors=actors)
    # Events before edges, which count them; edges before actors, for an edge must not be in the way of one that goes.
    deriving.derive(transaction, touched.moments, touched.events)
    derive_edges(transaction, touched.ties)


def derive_edges(transaction: Transaction, ties: Iterable[Tie]) -> None:
    """Write the edges of these ties, each from all its claims, in place of what stands there."""
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
    run_if_any(transaction, "derive/remove_edges", ties=rows)
    run_if_any(transaction, "derive/create_edges", ties=rows)


def write_actors(
    transaction: Transaction, tallies: Mapping[str, Tally], article_counts: Mapping[str, int]
) -> None:
    """Write what follows for actors from what is said of them; those of whom nothing is said go.

    Args:
        transaction: in which it happens.
        tallies: what is said of each.
        article_counts: in how many articles, for those for whom it is not the tally's number.

    """
    gone = [actor for actor, tally in tallies.items() if not tally.articles]
    rows = [
        {"id": actor, "properties": _properties(actor, tally, article_counts.get(actor))}
        for actor, tally in tallies.items()
        if tally.articles
    ]
    run_if_any(transaction, "derive/remove_actors", actors=gone)
    if rows:
        transaction.run("derive/set_actors", rows=rows, kinds=list(ontology.load().kinds))


def run_if_any(transaction: Transaction, query: str, **parameters: list[Any]) -> None:
    """Run a query unless it has nothing to do."""
    if any(parameters.values()):
        transaction.run(query, **parameters)


def _properties(actor: str, tally: Tally, articles: int | None) -> dict[str, Any]:
    found = tally.properties(actor)
    return found if articles is None else {**found, "article_count": articles}
