"""Actors: search, one, whom it is connected with."""

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from api import problems, search
from api.deps import DateFrom, DateTo, MinimalRating, PagingDep, Publisher, StoreDep, require_known
from api.schemas import Actor, ActorDetail, Connection, Page
from graph import ontology
from graph.errors import NotFoundError
from graph.store import Row

router = APIRouter(prefix="/v1/actors", tags=["actors"])

Key = Annotated[str, Path(description="The actor's key", examples=["Q30"])]


class Voice(StrEnum):
    """Who says so."""

    OWN = "own"
    OTHERS = "others"
    ANY = "any"


class Direction(StrEnum):
    """Whether the actor acts or is acted on."""

    OUT = "out"
    IN = "in"


@router.get("", operation_id="searchActors", summary="Search actors, or list the most mentioned")
def actors(
    store: StoreDep,
    paging: PagingDep,
    q: Annotated[
        str,
        Query(max_length=200, description="A name or its beginning; typos are forgiven", examples=["merkle"]),
    ] = "",
    kind: Annotated[str | None, Query(description="Only this kind", examples=["Person"])] = None,
    country: Annotated[
        str | None, Query(description="Only of this country, ISO 3166-1 alpha-2", examples=["US"])
    ] = None,
) -> Page[Actor]:
    """Find actors by name: exact names first, then the more mentioned."""
    require_known("kind", [kind] if kind is not None else [], ontology.load().kinds)
    filters: dict[str, Any] = {
        "kind": kind,
        "country": country,
        "skip": paging.skip,
        "limit": paging.limit + 1,
    }
    if not q.strip():
        rows = store.read("read/actors_by_mentions", **filters)
    elif (words := search.lucene(q)) is None:
        rows = []
    else:
        rows = store.read("read/actor_search", search=words, exact=q.strip().lower(), **filters)
    found = [Actor.model_validate(row["actor"]) for row in rows]
    return Page(items=found[: paging.limit], next=paging.next(len(found)))


@router.get("/{key}", operation_id="getActor", summary="One actor", responses=problems.NOT_FOUND)
def actor(store: StoreDep, key: Key) -> ActorDetail:
    """Return an actor and how much is said of it."""
    return ActorDetail.model_validate(_actor(store, key))


@router.get(
    "/{key}/connections",
    operation_id="getConnections",
    summary="With whom an actor has which relations",
    responses=problems.NOT_FOUND,
)
def connections(
    store: StoreDep,
    paging: PagingDep,
    key: Key,
    relation: Annotated[
        list[str] | None, Query(description="Only these relations", examples=[["MET_WITH"]])
    ] = None,
    status: Annotated[
        list[str] | None,
        Query(description="Claims of these statuses; only asserted unless given", examples=[["asserted"]]),
    ] = None,
    direction: Annotated[
        Direction | None, Query(description="Only where it acts, or is acted on", examples=["out"])
    ] = None,
    voice: Annotated[
        Voice, Query(description="own: in a writer's own voice; others: as somebody says", examples=["any"])
    ] = Voice.ANY,
    publisher: Publisher = None,
    rating: MinimalRating = None,
    date_from: DateFrom = None,
    date_to: DateTo = None,
) -> Page[Connection]:
    """Return a row for each other actor, relation and direction, with counts and the latest evidence."""
    known = ontology.load()
    require_known("relation", relation or [], known.relations)
    require_known("status", status or [], known.statuses)
    rows = store.read(
        "read/connections",
        key=key,
        relations=relation or None,
        statuses=status or ["asserted"],
        symmetric=[each.name for each in known.relations.values() if each.symmetric],
        direction=direction.value if direction else None,
        voice=voice.value,
        publisher=publisher,
        rating=rating,
        date_from=date_from.isoformat() if date_from else None,
        date_to=date_to.isoformat() if date_to else None,
        skip=paging.skip,
        limit=paging.limit + 1,
    )
    if not rows:
        _actor(store, key)  # nobody is asked for in vain
    found = [_connection(row) for row in rows]
    return Page(items=found[: paging.limit], next=paging.next(len(found)))


def _actor(store: StoreDep, key: str) -> dict[str, Any]:
    rows = store.read("read/actor_by_key", key=key)
    if not rows:
        # One that was joined with another, or taken apart, is found by what it became.
        now = [row["actor"] for row in store.read("identity/actors_of", id=key)]
        became = f"; what articles mean by it is now {', '.join(now)}" if now else ""
        raise NotFoundError(f"no actor has the key {key!r}{became}")
    row = rows[0]
    return {**row["actor"], **{name: value for name, value in row.items() if name != "actor"}}


def _connection(row: Row) -> Connection:
    claim = row["claim"]
    latest = {**claim, "claim": claim["key"], "article": row["article"], "said_by": row["said_by"]}
    return Connection.model_validate({**row, "latest": latest})
