"""Judgements on who is who: a list, one, making and withdrawing them; actors that may be one; roles over time."""

from dataclasses import asdict
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from api import problems
from api.deps import PagingDep, StoreDep, require_known
from api.guards import OwnOnly
from api.identity_schemas import Candidate, Judgement, NewJudgement, Role
from api.schemas import Page
from graph import ontology, roles
from graph.errors import NotFoundError
from graph.identity import candidates, ledger
from graph.identity.judgement import DECISIONS, judgement, now
from graph.ids import key as key_of

router = APIRouter(prefix="/v1", tags=["identity"])

Key = Annotated[str, Path(description="The judgement's key", examples=["judgement:0a1b"])]
ActorKey = Annotated[str, Path(description="The actor's key", examples=["Q30"])]
Limit = Annotated[int, Query(ge=1, le=100, description="How many pairs at most", examples=[20])]
_REFUSED: dict[int | str, dict[str, Any]] = {
    403: {**problems.RESPONSES[400], "description": "Forbidden"},
    404: problems.NOT_FOUND[404],
    415: {**problems.RESPONSES[400], "description": "Unsupported Media Type"},
}


@router.get("/judgements", operation_id="listJudgements", summary="Judgements, the latest first")
def list_judgements(
    store: StoreDep,
    paging: PagingDep,
    *,
    actor: Annotated[
        str | None, Query(max_length=3000, description="Only about this id", examples=["Q567"])
    ] = None,
    decision: Annotated[str | None, Query(description="Only this decision", examples=["same"])] = None,
    by: Annotated[str | None, Query(description="Only this maker's", examples=["rule:country"])] = None,
    state: Annotated[
        str | None, Query(description="Only those of which this became", examples=["overruled"])
    ] = None,
    withdrawn: Annotated[
        bool, Query(description="Those that were withdrawn, not those that stand", examples=[False])
    ] = False,
) -> Page[Judgement]:
    """Return judgements of persons and of rules, each with what became of it."""
    require_known("decision", [decision] if decision is not None else [], DECISIONS)
    require_known("state", [state] if state is not None else [], ledger.STATES)
    found = ledger.judgements(
        store,
        actor=actor,
        decision=decision,
        by=by,
        state=state,
        withdrawn=withdrawn,
        skip=paging.skip,
        limit=paging.limit + 1,
    )
    items = [_judgement(each) for each in found[: paging.limit]]
    return Page(items=items, next=paging.next(len(found)))


@router.get(
    "/judgements/{key}", operation_id="getJudgement", summary="One judgement", responses=problems.NOT_FOUND
)
def get_judgement(store: StoreDep, key: Key) -> Judgement:
    """Return a judgement, one that was withdrawn too."""
    return _judgement(ledger.get(store, key))


@router.post(
    "/judgements",
    operation_id="makeJudgement",
    summary="Judge that two actors are one, or different",
    status_code=HTTPStatus.CREATED,
    dependencies=[OwnOnly],
    responses=_REFUSED,
)
def make_judgement(store: StoreDep, new: NewJudgement) -> Judgement:
    """Make a judgement; who is who follows at once."""
    made = judgement(
        new.decision,
        ledger.find(store, new.left, new.left_article),
        ledger.find(store, new.right, new.right_article),
        reason=new.reason,
        by=new.by,
        at=now(),
    )
    return _judgement(ledger.make(store, [made])[0])


@router.delete(
    "/judgements/{key}",
    operation_id="withdrawJudgement",
    summary="Withdraw a judgement",
    dependencies=[OwnOnly],
    responses=_REFUSED,
)
def withdraw_judgement(
    store: StoreDep,
    key: Key,
    because: Annotated[
        str, Query(min_length=1, max_length=3000, description="Why", examples=["two persons after all"])
    ],
    by: Annotated[
        str, Query(min_length=1, max_length=300, description="Who withdraws it", examples=["a.analyst"])
    ],
) -> Judgement:
    """Withdraw a judgement: who is who is then as if it had never been made. Its record stays."""
    identity = ledger.get(store, key).judgement.id
    withdrawn = ledger.withdraw(store, identity, because=because, by=by, at=now())
    return _judgement(ledger.Listed(withdrawn, "withdrawn"))


@router.get("/candidates", operation_id="listCandidates", summary="Actors that may be one")
def list_candidates(
    store: StoreDep,
    kind: Annotated[str | None, Query(description="Only this kind", examples=["Person"])] = None,
    limit: Limit = 20,
) -> list[Candidate]:
    """Return the likeliest pairs that nobody judged yet; reads all actors, so it takes its time on large graphs."""
    require_known("kind", [kind] if kind is not None else [], ontology.load().kinds)
    found = candidates.candidates(store, kind=kind, limit=limit)
    return [Candidate.model_validate(asdict(each)) for each in found]


@router.get(
    "/actors/{key}/candidates",
    operation_id="getCandidates",
    summary="Actors that may be this one",
    responses=problems.NOT_FOUND,
)
def candidates_of_actor(store: StoreDep, key: ActorKey, limit: Limit = 20) -> list[Candidate]:
    """Return the actors that may be this one, with what speaks for it and against."""
    found = candidates.candidates_of(store, _id(store, key), limit=limit)
    return [Candidate.model_validate(asdict(each)) for each in found]


@router.get(
    "/actors/{key}/roles",
    operation_id="getRoles",
    summary="Which offices an actor held when, or who held those of a body",
    responses=problems.NOT_FOUND,
)
def roles_of_actor(store: StoreDep, paging: PagingDep, key: ActorKey) -> Page[Role]:
    """Return a row for each holder and office, with what articles say of it and what contradicts it."""
    found = roles.roles(store, _id(store, key))[paging.skip : paging.skip + paging.limit + 1]
    items = [Role.model_validate(asdict(each)) for each in found[: paging.limit]]
    return Page(items=items, next=paging.next(len(found)))


def _id(store: StoreDep, key: str) -> str:
    rows = store.read("read/actor_by_key", key=key)
    if not rows:
        raise NotFoundError(f"no actor has the key {key!r}")
    return str(rows[0]["actor"]["id"])


def _judgement(listed: ledger.Listed) -> Judgement:
    made = listed.judgement
    fields = {**asdict(made), "key": key_of(made.id), "state": listed.state, "against": listed.against}
    return Judgement.model_validate(fields)
