"""Which claims stand: what the ledger says of them, read inside a transaction."""

from collections.abc import Iterable

from graph.store import Transaction


def rejected(transaction: Transaction, marks: Iterable[str]) -> frozenset[str]:
    """Return which of these marks (`graph.corrections.marks`) are of claims that somebody rejected."""
    known = sorted(set(marks))
    if not known:
        return frozenset()
    return frozenset(row["mark"] for row in transaction.run("corrections/rejected", marks=known))
