"""The ledger: judgements made, withdrawn, listed; who is who follows at once, in the same transaction."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from graph import derivation, tallies
from graph.errors import InputError, NotFoundError
from graph.identity import traits
from graph.identity.change import Change
from graph.identity.component import Component, Queries, of_row
from graph.identity.judgement import Judgement, properties, require_storable
from graph.identity.references import Reference, article_mark, id_in_article, reference
from graph.identity.resolving import Actors, Verdict
from graph.store import Store, Transaction

STATES = ("holds", "partly", "overruled", "unsure", "withdrawn")
_PAGE = 500  # judgements of one query


@dataclass(frozen=True, slots=True)
class Listed:
    """A judgement, and what became of it: holds, partly, overruled (and by which), unsure or withdrawn."""

    judgement: Judgement
    state: str
    against: tuple[str, ...] = ()


def find(store: Store, text: str, article: str | None = None) -> Reference:
    """Return what an id that somebody gives refers to: an extracted id, one with a part, or that of one occurrence.

    Raises:
        NotFoundError: no article mentions it, or not the article given.
        InputError: it is of several actors, so that it does not say which is meant.

    """
    mark = article_mark(text)
    if mark is not None:
        identity = mark[0]
        articles = [row["article"] for row in store.read("identity/articles_of", id=identity)]
        article = next((each for each in articles if id_in_article(identity, each) == text), None)
        if article is None:
            raise NotFoundError(f"no actor has the id {text!r}")
        return Reference(identity, "", article)
    found = reference(text, article)
    if found.part:
        _require_part(store, found)
    if article is not None:
        occurrence = {"identity": found.identity, "article": article}
        if not store.read("identity/named", occurrences=[occurrence]):
            raise NotFoundError(f"no article with id {article!r} mentions {found.identity!r}")
        return Reference(found.identity, "", article)
    actors = [row["actor"] for row in store.read("identity/actors_of", id=found.identity)]
    if not actors:
        # An item of which articles only say that a name is it has an actor and no mention of its own.
        if not store.read("identity/actor", id=found.identity):
            raise NotFoundError(f"no actor has the id {text!r}")
    elif not found.part and len(actors) > 1:
        apart = [each for each in actors if article_mark(each) is None]
        if len(apart) > 1:
            raise InputError(f"{text!r} is the id of several actors; name one of {', '.join(apart)}")
    return found


def _require_part(store: Store, wanted: Reference) -> None:
    counts = store.read("identity/look", ids=[wanted.identity])[0]["counts"]
    values = traits.read(wanted.part)
    for part in tallies.read(counts or "{}"):
        found = traits.read(part)
        if all(found.get(name, traits.NONE) == value for name, value in values.items()):
            return
    raise NotFoundError(f"no actor has the id {wanted.id!r}")


def make(store: Store, judgements: Collection[Judgement]) -> list[Listed]:
    """Make judgements, all or none of them; return what became of each.

    One that is there already, or was withdrawn, is left as it is.

    Raises:
        InputError: kinds would be mixed, or a person says the opposite of what another judgement joins or sets apart.

    """

    def work(transaction: Transaction) -> list[Listed]:
        new = _new(transaction, judgements)
        if new:
            change = Change(transaction, made=new)
            _refuse_contradictions(change, new)
            _carry_out(transaction, change, new)
        return _listed(transaction.run, list(judgements))

    return store.transact(work)


def record(store: Store, made: Judgement) -> bool:
    """Record a judgement that comes from elsewhere, withdrawn or not; return whether that changed anything.

    Nothing is refused here: what contradicts another is listed as overruled. Whatever is recorded in whatever order
    gives the same ledger; what is withdrawn anywhere is withdrawn.
    """
    if made.withdrawn_at is None:

        def write(transaction: Transaction) -> bool:
            new = _new(transaction, [made])
            if new:
                _carry_out(transaction, Change(transaction, made=new), new)
            return bool(new)

        return store.transact(write)

    def withdraw_too(transaction: Transaction) -> bool:
        stored = [of_row(row["judgement"]) for row in transaction.run("identity/withdrawn", ids=[made.id])]
        # Of two withdrawals of one judgement the earlier counts.
        if min([*stored, made], key=_withdrawal) in stored:
            return False
        if not stored:
            _undo(transaction, made)
        transaction.run("identity/write_withdrawn", rows=[properties(made)])
        return True

    return store.transact(withdraw_too)


def withdraw(store: Store, identity: str, *, because: str, by: str, at: str) -> Judgement:
    """Withdraw a judgement: who is who is then as if it had never been made. Return it as withdrawn.

    Raises:
        NotFoundError: there is no such judgement.
        InputError: it was withdrawn already, follows from articles, or no reason is given.

    """
    if not because.strip():
        raise InputError("say why the judgement is withdrawn, so that others can check it")
    if not by.strip():
        raise InputError("say who withdraws the judgement")
    require_storable(because)
    require_storable(by)

    def work(transaction: Transaction) -> Judgement:
        made = _one(transaction, identity)
        if made.derived:
            raise InputError(
                f"{identity} follows from what articles say, by {made.by}; to overrule it, judge otherwise"
            )
        withdrawn = replace(made, withdrawn_at=at, withdrawn_by=by.strip(), withdrawn_because=because.strip())
        _undo(transaction, made)
        transaction.run("identity/write_withdrawn", rows=[properties(withdrawn)])
        return withdrawn

    return store.transact(work)


def get(store: Store, identity: str) -> Listed:
    """Return a judgement, withdrawn ones too.

    Raises:
        NotFoundError: there is no such judgement.

    """
    for query in ("identity/standing", "identity/withdrawn"):
        if rows := store.read(query, ids=[identity]):
            return _listed(store.read, [of_row(rows[0]["judgement"])])[0]
    raise NotFoundError(f"no judgement has the id {identity!r}")


def judgements(
    store: Store,
    *,
    actor: str | None = None,
    decision: str | None = None,
    by: str | None = None,
    state: str | None = None,
    withdrawn: bool = False,
    skip: int = 0,
    limit: int = 1000,
) -> list[Listed]:
    """Return judgements, the latest first.

    Args:
        store: the graph.
        actor: only those about this id, that of an actor or an extracted one.
        decision: only these decisions.
        by: only this maker's.
        state: only those of which this became; what persons contradict each other in is `overruled` or `partly`.
        withdrawn: those that were withdrawn instead of those that stand.
        skip: how many to leave out at the beginning.
        limit: how many to return at most.

    """
    ids = None
    if actor is not None:
        identity = (article_mark(actor) or (reference(actor).identity,))[0]
        ids = sorted({identity, *(row["id"] for row in store.read("identity/ids_of", id=actor))})
    filters = {"actors": ids, "decision": decision, "by": by, "withdrawn": withdrawn}
    if state is None:
        rows = store.read("identity/judgements", **filters, skip=skip, limit=limit)
        return _listed(store.read, [of_row(row["judgement"]) for row in rows])
    found: list[Listed] = []
    page = 0
    # What became of a judgement is not written down: it follows.
    while len(found) < skip + limit and (
        rows := store.read("identity/judgements", **filters, skip=page * _PAGE, limit=_PAGE)
    ):
        listed = _listed(store.read, [of_row(row["judgement"]) for row in rows])
        found += [each for each in listed if each.state == state]
        page += 1
    return found[skip : skip + limit]


def against(store: Store, made: Judgement) -> list[Listed]:
    """Return the judgements of persons that a judgement keeps from holding."""
    component = Component(store.read, {side.identity for side in made.sides}, holding=False)
    actors = Actors(component.after, component.judgements.values())
    return [
        Listed(each.judgement, each.state, each.against)
        for each in actors.verdicts()
        if each.judgement.human and made.id in each.against
    ]


def all_kept(store: Store) -> Iterator[Judgement]:
    """Yield every judgement that does not follow from articles, withdrawn ones too, ordered by id."""
    after = ""
    while rows := store.read("identity/kept", after=after, limit=_PAGE):
        yield from (of_row(row["judgement"]) for row in rows)
        after = rows[-1]["judgement"]["id"]


def _withdrawal(made: Judgement) -> tuple[str, str, str]:
    return made.withdrawn_at or "", made.withdrawn_by or "", made.withdrawn_because or ""


def _new(transaction: Transaction, judgements: Collection[Judgement]) -> list[Judgement]:
    ids = [each.id for each in judgements]
    present = {
        row["judgement"]["id"]
        for query in ("identity/standing", "identity/withdrawn")
        for row in transaction.run(query, ids=ids)
    }
    return [each for each in judgements if each.id not in present]


def _one(transaction: Transaction, identity: str) -> Judgement:
    rows = transaction.run("identity/standing", ids=[identity])
    if rows:
        return of_row(rows[0]["judgement"])
    if transaction.run("identity/withdrawn", ids=[identity]):
        raise InputError(f"{identity} was withdrawn already")
    raise NotFoundError(f"no judgement has the id {identity!r}")


def _carry_out(transaction: Transaction, change: Change, made: Collection[Judgement]) -> None:
    derivation.prepare(transaction, change)
    transaction.run("identity/write", rows=[properties(each) for each in made])
    derivation.derive(transaction, change, change.begin())


def _undo(transaction: Transaction, made: Judgement) -> None:
    about = {side.identity for side in made.sides}
    change = Change(transaction, withdrawn=[made.id], about=about)
    derivation.prepare(transaction, change)
    transaction.run("identity/unwrite", ids=[made.id])
    derivation.derive(transaction, change, change.begin())


def _refuse_contradictions(change: Change, new: Collection[Judgement]) -> None:
    verdicts = {each.judgement.id: each for each in change.after.verdicts()}
    known = change.component.judgements
    for made in new:
        kinds = {
            side.identity: occurrences.kind
            for side in made.sides
            if (occurrences := change.component.after.get(side.identity)) is not None and occurrences.kind
        }
        if made.decision == "same" and len(set(kinds.values())) > 1:
            said = " and ".join(f"{identity} is a {kind}" for identity, kind in sorted(kinds.items()))
            raise InputError(f"{said}; two kinds are never one actor")
        verdict = verdicts.get(made.id)
        if made.decision == "same" and verdict is not None and verdict.state == "overruled":
            against = "; ".join(str(known[each]) for each in verdict.against if each in known)
            raise InputError(
                f"{made.left} and {made.right} cannot be joined: a person says otherwise; undo that first"
                f" ({against})"
                if against
                else f"{made.left} and {made.right} cannot be joined: what is joined with them is of two kinds"
            )


def _listed(run: Queries, made: Sequence[Judgement]) -> list[Listed]:
    """Return judgements with what became of each."""
    ids = {side.identity for each in made for side in each.sides}
    component = Component(run, ids, holding=False)
    actors = Actors(component.after, component.judgements.values())
    verdicts = {each.judgement.id: each for each in actors.verdicts()}
    return [_state(each, verdicts.get(each.id)) for each in made]


def _state(made: Judgement, verdict: Verdict | None) -> Listed:
    if made.withdrawn_at is not None:
        return Listed(made, "withdrawn")
    if made.decision == "unsure" or verdict is None:
        return Listed(made, "unsure")
    return Listed(made, verdict.state, verdict.against)
