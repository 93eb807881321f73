"""What follows from the primary data: actors' names and kinds, typed edges between actors.

Which actors there are follows from occurrences and judgements (`graph.identity`). What an actor is called follows
from tallies (`graph.tallies`), to which an article adds or from which it takes away. Edges are worked out per tie
(`graph.ties`), each time from all its claims, which an index finds. So what one article costs depends on the
actors and ties it touches and not on the size of the graph, and an incremental derivation and a full one
(`graph.rebuilding`) give the same graph, in whatever order articles and judgements came.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from graph import ontology
from graph.identity.change import Change
from graph.ids import key
from graph.store import Transaction
from graph.tallies import Tally
from graph.ties import SEPARATOR, Tie


def prepare(transaction: Transaction, change: Change) -> None:
    """Make sure of all actors that the change may concern, and keep others from changing their edges meanwhile."""
    rows = [{"id": actor, "key": key(actor)} for actor in change.actors()]
    if rows:
        transaction.run("load/ensure_actors", rows=rows)


def derive(transaction: Transaction, change: Change, ties: Iterable[Tie]) -> None:
    """Derive anew what a change touches, after it is written, and the ties of the claims that changed."""
    # Edges before actors: an edge of an actor that goes must not be in the way.
    derive_edges(transaction, ties)
    write_actors(transaction, change.tallies(), change.article_counts())
    change.end()


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
