"""An article of any size out of the graph, in batches: each of them whole, derivation included."""

from collections.abc import Callable

from graph import derivation
from graph.errors import NotFoundError
from graph.identity.change import Change
from graph.outcomes import Removed
from graph.store import Store, Transaction
from graph.tallies import Contribution
from graph.ties import Touched

_CLAIMS = 2000  # of one transaction
_MENTIONS = 500


def remove(store: Store, article: str) -> Removed:
    """Remove an article and exactly what it brought: its claims first, then what it says of actors, then itself.

    From the first batch on it is no whole article; who is interrupted removes it again.

    Raises:
        NotFoundError: there is no such article.

    """
    if not store.read("bulk/article_state", article=article):
        raise NotFoundError(f"no article with id {article!r} is in the graph")
    store.write("bulk/unfinish_article", article=article)
    claims = _until_none(lambda: store.transact(lambda transaction: _claims(transaction, article)))
    quotations = _until_none(
        lambda: store.write("bulk/remove_quotations", article=article, limit=_CLAIMS)[0]["removed"]
    )
    _until_none(lambda: store.transact(lambda transaction: _mentions(transaction, article)))
    store.write("load/remove_article", article=article)
    return Removed(article, claims, quotations)


def _until_none(step: Callable[[], int]) -> int:
    done = 0
    while found := step():
        done += found
    return done


def _claims(transaction: Transaction, article: str) -> int:
    transaction.run("load/hold_article", article=article)
    rows = transaction.run("bulk/some_claims", article=article, limit=_CLAIMS)
    actors = sorted({actor for row in rows for actor in row["actors"]})
    transaction.run("derive/hold_actors", actors=actors)
    transaction.run("bulk/remove_claims", claims=[row["id"] for row in rows])
    derivation.derive_touched(transaction, Touched.of(rows))
    return len(rows)


def _mentions(transaction: Transaction, article: str) -> int:
    transaction.run("load/hold_article", article=article)
    rows = transaction.run("bulk/some_mentions", article=article, limit=_MENTIONS)
    lost = [Contribution.of(row["contribution"]) for row in rows]
    change = Change(transaction, article=article, lost=lost, recount=True)
    derivation.prepare(transaction, change)
    transaction.run("bulk/remove_mentions", article=article, ids=[each.actor for each in lost])
    moved = change.begin()
    derivation.derive(transaction, change, moved)
    return len(lost)
