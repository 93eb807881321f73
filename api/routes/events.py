"""Events: a list, one, its claims; and what some assert and others deny."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from api import problems
from api.deps import DateFrom, DateTo, MinimalRating, PagingDep, StoreDep, require_known
from api.event_schemas import Contested, Event
from api.rows import claim as claim_of
from api.schemas import Claim, Page
from graph import ontology
from graph.errors import NotFoundError
from graph.store import Row

router = APIRouter(prefix="/v1", tags=["events"])

Key = Annotated[str, Path(description="The event's key", examples=["event:0a1b"])]
Relation = Annotated[str | None, Query(description="Only this relation", examples=["MET_WITH"])]
ActorKey = Annotated[str | None, Query(description="Key of either party", examples=["Q30"])]


@router.get("/events", operation_id="listEvents", summary="Events, the latest first")
def events(
    store: StoreDep,
    paging: PagingDep,
    *,
    relation: Relation = None,
    status: Annotated[str | None, Query(description="Only this status", examples=["asserted"])] = None,
    actor: ActorKey = None,
    contested: Annotated[
        bool | None, Query(description="Only those that are contested, or are not", examples=[True])
    ] = None,
    rating: MinimalRating = None,
    date_from: DateFrom = None,
    date_to: DateTo = None,
) -> Page[Event]:
    """Return happenings, each by the claims of all articles that tell of it."""
    known = ontology.load()
    require_known("relation", [relation] if relation else [], known.relations)
    require_known("status", [status] if status else [], known.statuses)
    filters: dict[str, Any] = {
        "relation": relation,
        "status": status,
        "contested": contested,
        "rating": rating,
        "date_from": date_from.isoformat() if date_from else None,
        "date_to": date_to.isoformat() if date_to else None,
        "skip": paging.skip,
        "limit": paging.limit + 1,
    }
    if actor is not None:
        rows = store.read("read/events_of_actor", actor=actor, **filters)
    else:
        rows = store.read("read/events", **filters)
    found = [Event.model_validate(_fields(row)) for row in rows]
    return Page(items=found[: paging.limit], next=paging.next(len(found)))


@router.get("/events/{key}", operation_id="getEvent", summary="One event", responses=problems.NOT_FOUND)
def event(store: StoreDep, key: Key) -> Event:
    """Return an event; its claims are at `/v1/events/{key}/claims`."""
    return Event.model_validate(_fields(_event(store, key)))


@router.get(
    "/events/{key}/claims",
    operation_id="getEventClaims",
    summary="An event's claims in the order in which they were told",
    responses=problems.NOT_FOUND,
)
def event_claims(store: StoreDep, paging: PagingDep, key: Key) -> Page[Claim]:
    """Return all claims of an event, with those that deny it."""
    _event(store, key)
    rows = store.read("read/claims_of_event", key=key, skip=paging.skip, limit=paging.limit + 1)
    found = [claim_of(row) for row in rows]
    return Page(items=found[: paging.limit], next=paging.next(len(found)))


@router.get("/contested", operation_id="listContested", summary="What some assert and others deny")
def contested(
    store: StoreDep,
    paging: PagingDep,
    relation: Relation = None,
    actor: ActorKey = None,
    rating: MinimalRating = None,
    date_from: DateFrom = None,
    date_to: DateTo = None,
) -> Page[Contested]:
    """Return contested events, the latest first, with who says so where; at most 200 statements each."""
    require_known("relation", [relation] if relation else [], ontology.load().relations)
    rows = store.read(
        "read/contested",
        relation=relation,
        actor=actor,
        rating=rating,
        date_from=date_from.isoformat() if date_from else None,
        date_to=date_to.isoformat() if date_to else None,
        skip=paging.skip,
        limit=paging.limit + 1,
    )
    found = [_contested(row) for row in rows]
    return Page(items=found[: paging.limit], next=paging.next(len(found)))


def _event(store: StoreDep, key: str) -> Row:
    rows = store.read("read/event_by_key", key=key)
    if not rows:
        raise NotFoundError(
            f"no event has the key {key!r}; events change with the articles that tell of them"
        )
    return rows[0]


def _fields(row: Row) -> dict[str, Any]:
    return {**row["event"], "source": row["source"], "target": row["target"], "place": row["place"]}


def _contested(row: Row) -> Contested:
    asserting = [each for each in row["statements"] if each["status"] == "asserted"]
    denying = [each for each in row["statements"] if each["status"] != "asserted"]
    return Contested.model_validate({**_fields(row), "asserted_by": asserting, "denied_by": denying})
