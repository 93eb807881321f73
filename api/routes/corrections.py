"""Judgements on claims and publishers: a list, one, making and withdrawing them; publishers with their ratings."""

from dataclasses import asdict
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from api import problems
from api.correction_schemas import Correction, NewCorrection, Publisher
from api.deps import PagingDep, StoreDep, require_known
from api.guards import OwnOnly
from api.schemas import Page
from graph.corrections import ledger
from graph.corrections.correction import DECISIONS, rating
from graph.errors import InputError
from graph.identity.judgement import now
from graph.ids import key as key_of

router = APIRouter(prefix="/v1", tags=["corrections"])

Key = Annotated[str, Path(description="The judgement's key", examples=["correction:0a1b"])]
_REFUSED: dict[int | str, dict[str, Any]] = {
    403: {**problems.RESPONSES[400], "description": "Forbidden"},
    404: problems.NOT_FOUND[404],
    415: {**problems.RESPONSES[400], "description": "Unsupported Media Type"},
}


@router.get(
    "/corrections",
    operation_id="listCorrections",
    summary="Judgements on claims and publishers, the latest first",
)
def list_corrections(
    store: StoreDep,
    paging: PagingDep,
    *,
    about: Annotated[
        str | None,
        Query(
            max_length=3000,
            description="Only about this claim or article, by id, or publisher",
            examples=["a"],
        ),
    ] = None,
    decision: Annotated[str | None, Query(description="Only this decision", examples=["reject"])] = None,
    by: Annotated[str | None, Query(description="Only this maker's", examples=["a.analyst"])] = None,
    state: Annotated[
        str | None, Query(description="Only those of which this became", examples=["holds"])
    ] = None,
    withdrawn: Annotated[
        bool, Query(description="Those that were withdrawn, not those that stand", examples=[False])
    ] = False,
) -> Page[Correction]:
    """Return judgements on claims and publishers, each with what became of it."""
    require_known("decision", [decision] if decision is not None else [], DECISIONS)
    require_known("state", [state] if state is not None else [], ledger.STATES)
    found = ledger.corrections(
        store,
        about=about,
        decision=decision,
        by=by,
        state=state,
        withdrawn=withdrawn,
        skip=paging.skip,
        limit=paging.limit + 1,
    )
    items = [_correction(each) for each in found[: paging.limit]]
    return Page(items=items, next=paging.next(len(found)))


@router.get(
    "/corrections/{key}", operation_id="getCorrection", summary="One judgement", responses=problems.NOT_FOUND
)
def get_correction(store: StoreDep, key: Key) -> Correction:
    """Return a judgement on a claim or a publisher, one that was withdrawn too."""
    return _correction(ledger.get(store, key))


@router.post(
    "/corrections",
    operation_id="makeCorrection",
    summary="Reject or accept a claim, or rate a publisher",
    status_code=HTTPStatus.CREATED,
    dependencies=[OwnOnly],
    responses=_REFUSED,
)
def make_correction(store: StoreDep, new: NewCorrection) -> Correction:
    """Judge; events and edges follow at once."""
    if new.decision == "rate":
        if new.claim is not None or new.publisher is None or new.rating is None:
            raise InputError("to rate needs a publisher and a rating, and no claim")
        made = rating(new.publisher, new.rating, reason=new.reason, by=new.by)
        ledger.record(store, made)
        return _correction(ledger.get(store, made.id))
    if new.claim is None or new.publisher is not None or new.rating is not None:
        raise InputError(f"to {new.decision} needs a claim, and neither publisher nor rating")
    return _correction(ledger.judge(store, new.decision, new.claim, reason=new.reason, by=new.by))


@router.delete(
    "/corrections/{key}",
    operation_id="withdrawCorrection",
    summary="Withdraw a judgement on a claim or a publisher",
    dependencies=[OwnOnly],
    responses=_REFUSED,
)
def withdraw_correction(
    store: StoreDep,
    key: Key,
    because: Annotated[
        str, Query(min_length=1, max_length=3000, description="Why", examples=["it is right after all"])
    ],
    by: Annotated[
        str, Query(min_length=1, max_length=300, description="Who withdraws it", examples=["a.analyst"])
    ],
) -> Correction:
    """Withdraw a judgement: the graph is then as if it had never been made. Its record stays."""
    withdrawn = ledger.withdraw(store, key, because=because, by=by, at=now())
    return _correction(ledger.Listed(withdrawn, "withdrawn"))


@router.get("/publishers", operation_id="listPublishers", summary="Publishers and their ratings")
def list_publishers(store: StoreDep, paging: PagingDep) -> Page[Publisher]:
    """Return publishers, those rated best first, those that nobody rated last."""
    rows = store.read("corrections/publishers", skip=paging.skip, limit=paging.limit + 1)
    found = [Publisher.model_validate(dict(row)) for row in rows]
    return Page(items=found[: paging.limit], next=paging.next(len(found)))


def _correction(listed: ledger.Listed) -> Correction:
    made = listed.correction
    fields = {**asdict(made), "key": key_of(made.id), "state": listed.state, "against": list(listed.against)}
    return Correction.model_validate(fields)
