"""The ledger of corrections: made, withdrawn, listed; events and edges follow at once, in the same transaction.

Of several judgements on one claim, or one publisher, the latest holds; so their order of arrival does not matter.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from graph import derivation
from graph.corrections import standing
from graph.corrections.correction import Correction, correction
from graph.errors import InputError, NotFoundError
from graph.events.moments import thread
from graph.identity.judgement import require_storable
from graph.ids import key
from graph.store import Row, Store, Transaction
from graph.ties import Touched, pair

STATES = ("holds", "overruled", "withdrawn")
PREFIX = "correction:"
_PAGE = 500  # corrections of one query


@dataclass(frozen=True, slots=True)
class Listed:
    """A correction, and what became of it: holds, overruled by a later one, or withdrawn."""

    correction: Correction
    state: str
    against: tuple[str, ...] = ()


def judge(store: Store, decision: str, claim: str, *, reason: str, by: str, at: str | None = None) -> Listed:
    """Reject or accept a claim, given by its id or key.

    Raises:
        NotFoundError: there is no such claim.
        InputError: no reason, or nobody who says so.

    """
    rows = store.read("corrections/claim", claim=claim)
    if not rows:
        raise NotFoundError(f"no claim has the id {claim!r}")
    about = (rows[0]["id"], rows[0]["article"], rows[0]["mark"])
    made = correction(decision, about, reason=reason, by=by, at=at)
    record(store, made)
    return get(store, made.id)


def record(store: Store, made: Correction) -> bool:
    """Record a correction, withdrawn or not; return whether that changed anything.

    Whatever is recorded in whatever order gives the same ledger; what is withdrawn anywhere is withdrawn.
    """

    def work(transaction: Transaction) -> bool:
        _hold(transaction, made)
        found = [_of_row(row) for row in transaction.run("corrections/named", ids=[made.id])]
        if found and (made.withdrawn_at is None or _withdrawal(found[0]) <= _withdrawal(made)):
            return False
        transaction.run("corrections/write", rows=[_properties(made)])
        _follow(transaction, made)
        return True

    return store.transact(work)


def withdraw(store: Store, identity: str, *, because: str, by: str, at: str) -> Correction:
    """Withdraw a correction: claims and publishers are then as if it had never been made. Return it as withdrawn.

    Raises:
        NotFoundError: there is no such correction.
        InputError: it was withdrawn already, or no reason is given.

    """
    if not because.strip():
        raise InputError("say why the judgement is withdrawn, so that others can check it")
    if not by.strip():
        raise InputError("say who withdraws the judgement")
    require_storable(because)
    require_storable(by)
    made = get(store, identity).correction
    if made.withdrawn_at is not None:
        raise InputError(f"{identity} was withdrawn already")
    gone = replace(made, withdrawn_at=at, withdrawn_by=by.strip(), withdrawn_because=because.strip())
    if not record(store, gone):
        raise InputError(f"{identity} was withdrawn already")
    return gone


def get(store: Store, identity: str) -> Listed:
    """Return a correction, given by its id, withdrawn ones too.

    Raises:
        NotFoundError: there is no such correction.

    """
    rows = store.read("corrections/named", ids=[identity])
    if not rows:
        raise NotFoundError(f"no judgement has the id {identity!r}")
    return _listed(rows)[0]


def corrections(
    store: Store,
    *,
    about: str | None = None,
    decision: str | None = None,
    by: str | None = None,
    state: str | None = None,
    withdrawn: bool = False,
    skip: int = 0,
    limit: int = 1000,
) -> list[Listed]:
    """Return corrections, the latest first.

    Args:
        store: the graph.
        about: only those about this claim or article, by id, or this publisher.
        decision: only these decisions.
        by: only this maker's.
        state: only those of which this became.
        withdrawn: those that were withdrawn instead of those that stand.
        skip: how many to leave out at the beginning.
        limit: how many to return at most.

    """
    filters = {"about": about, "decision": decision, "by": by, "withdrawn": withdrawn}
    found: list[Listed] = []
    page = 0
    while len(found) < skip + limit and (
        rows := store.read("corrections/list", **filters, skip=page * _PAGE, limit=_PAGE)
    ):
        found += [each for each in _listed(rows) if state in {None, each.state}]
        page += 1
    return found[skip : skip + limit]


def all_kept(store: Store) -> Iterator[Correction]:
    """Yield every correction, withdrawn ones too, ordered by id."""
    after = ""
    while rows := store.read("corrections/following", after=after, limit=_PAGE):
        yield from map(_of_row, rows)
        after = rows[-1]["correction"]["id"]


def _withdrawal(made: Correction) -> tuple[bool, str, str, str]:
    """Order withdrawals of one correction: of two the earlier counts, and any before none."""
    return (
        made.withdrawn_at is None,
        made.withdrawn_at or "",
        made.withdrawn_by or "",
        made.withdrawn_because or "",
    )


def _hold(transaction: Transaction, made: Correction) -> None:
    """Keep everybody else from loading the article of the claim until the transaction ends."""
    if made.article_id is None:
        transaction.run("corrections/ensure_publisher", publisher=made.publisher)
        return
    # The article need not be there yet, but may come at this moment.
    transaction.run("load/ensure_article", article=made.article_id)
    transaction.run("corrections/remove_if_absent", article=made.article_id)
    claims = transaction.run("corrections/claims_marked", mark=made.mark)
    ends = {row[end] for row in claims for end in ("source", "target") if row[end] is not None}
    derivation.run_if_any(transaction, "derive/hold_actors", actors=sorted(ends))


def _follow(transaction: Transaction, made: Correction) -> None:
    """Derive what follows from the latest correction of the same subject."""
    if made.mark is None:
        transaction.run("corrections/rate_publisher", publisher=made.publisher)
        return
    stands = not standing.rejected(transaction, [made.mark])
    changed: list[dict[str, Any]] = []
    touched: list[Row] = []
    for row in transaction.run("corrections/claims_marked", mark=made.mark):
        if stands != bool(row["rejected"]):
            continue
        ends = row["source"], row["target"]
        now = {
            "id": row["id"],
            "pair": pair(*ends) if stands else None,
            "thread": thread(row["relation"], *ends) if stands else None,
            "rejected": None if stands else True,
        }
        changed.append(now)
        touched += [row, {**row, **now}]
    if changed:
        transaction.run("corrections/set_claims", rows=changed)
        transaction.run("derive/set_pairs", rows=changed)
        derivation.derive_touched(transaction, Touched.of(touched))


def _listed(rows: list[Row]) -> list[Listed]:
    return [_became(_of_row(row), row["later"]) for row in rows]


def _became(made: Correction, later: list[str]) -> Listed:
    if made.withdrawn_at is not None:
        return Listed(made, "withdrawn")
    return Listed(made, "overruled", tuple(sorted(later))) if later else Listed(made, "holds")


def _properties(made: Correction) -> dict[str, Any]:
    return {**asdict(made), "key": key(made.id), "subject": made.subject}


def _of_row(row: Row) -> Correction:
    found = row["correction"]
    return Correction(**{field.name: found.get(field.name) for field in fields(Correction)})
