"""Claims: a list with filters, and one with its evidence."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from api import problems
from api.deps import MinimalRating, PagingDep, StoreDep, require_known
from api.rows import claim as claim_of
from api.rows import claim_detail
from api.schemas import Claim, ClaimDetail, Page
from graph import ontology
from graph.errors import NotFoundError

router = APIRouter(prefix="/v1/claims", tags=["claims"])

WINDOW = 300  # code points of the article shown before and after a claim's sentence


@router.get("", operation_id="listClaims", summary="Claims, the latest first")
def claims(
    store: StoreDep,
    paging: PagingDep,
    relation: Annotated[str | None, Query(description="Only this relation", examples=["DENIED"])] = None,
    status: Annotated[str | None, Query(description="Only this status", examples=["asserted"])] = None,
    source: Annotated[str | None, Query(description="Key of who acts", examples=["Q30"])] = None,
    target: Annotated[str | None, Query(description="Key of who is acted on", examples=["Q16"])] = None,
    actor: Annotated[str | None, Query(description="Key of either", examples=["Q30"])] = None,
    article: Annotated[str | None, Query(description="Key of the article", examples=["~YQ"])] = None,
    rating: MinimalRating = None,
) -> Page[Claim]:
    """Return claims that pass the filters."""
    known = ontology.load()
    require_known("relation", [relation] if relation else [], known.relations)
    require_known("status", [status] if status else [], known.statuses)
    filters: dict[str, Any] = {"relation": relation, "status": status, "source": source, "target": target, "actor": actor, "rating": rating}  # fmt: skip
    page = {"skip": paging.skip, "limit": paging.limit + 1}
    # From the fewest claims to the most: where the search begins decides how long it takes.
    if article is not None:
        rows = store.read("read/claims_of_article", article=article, **filters, **page)
    elif one := source or target or actor:
        rows = store.read("read/claims_of_actor", one=one, **filters, **page)
    else:
        rows = store.read("read/claims", relation=relation, status=status, rating=rating, **page)
    found = [claim_of(row) for row in rows]
    return Page(items=found[: paging.limit], next=paging.next(len(found)))


@router.get(
    "/{key}", operation_id="getClaim", summary="One claim with its evidence", responses=problems.NOT_FOUND
)
def claim(
    store: StoreDep, key: Annotated[str, Path(description="The claim's key", examples=["claim:0a1b"])]
) -> ClaimDetail:
    """Return the sentence, where it stands, who says it, what made the claim, and what denies it."""
    rows = store.read("read/claim_by_key", key=key, window=WINDOW)
    if not rows:
        raise NotFoundError(f"no claim has the key {key!r}")
    return claim_detail(rows[0], WINDOW, store.read("read/corrections_of_claim", key=key))
