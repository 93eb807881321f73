"""Articles: a list, one, and its claims in reading order."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from api import problems, search
from api.deps import DateFrom, DateTo, PagingDep, Publisher, StoreDep
from api.rows import claim as claim_of
from api.schemas import Article, ArticleDetail, Claim, Page
from graph.errors import NotFoundError

router = APIRouter(prefix="/v1/articles", tags=["articles"])

Key = Annotated[str, Path(description="The article's key", examples=["~aHR0cHM6Ly9leGFtcGxlLm9yZy8x"])]


@router.get("", operation_id="listArticles", summary="Articles, the newest first")
def articles(
    store: StoreDep,
    paging: PagingDep,
    q: Annotated[str, Query(max_length=200, description="Words of title or text", examples=["tariffs"])] = "",
    publisher: Publisher = None,
    date_from: DateFrom = None,
    date_to: DateTo = None,
) -> Page[Article]:
    """Return articles that pass the filters; with words to search for, the best match first."""
    filters: dict[str, Any] = {
        "publisher": publisher,
        "date_from": date_from.isoformat() if date_from else None,
        "date_to": date_to.isoformat() if date_to else None,
        "skip": paging.skip,
        "limit": paging.limit + 1,
    }
    if not q.strip():
        rows = store.read("read/articles", **filters)
    elif (words := search.lucene(q)) is None:
        rows = []
    else:
        rows = store.read("read/article_search", search=words, **filters)
    found = [Article.model_validate({**row["article"], "claim_count": row["claim_count"]}) for row in rows]
    return Page(items=found[: paging.limit], next=paging.next(len(found)))


@router.get("/{key}", operation_id="getArticle", summary="One article", responses=problems.NOT_FOUND)
def article(store: StoreDep, key: Key) -> ArticleDetail:
    """Return an article with its text, where the graph holds it."""
    rows = store.read("read/article_by_key", key=key)
    if not rows:
        raise NotFoundError(f"no article has the key {key!r}")
    return ArticleDetail.model_validate({**rows[0]["article"], "claim_count": rows[0]["claim_count"]})


@router.get(
    "/{key}/claims",
    operation_id="getArticleClaims",
    summary="An article's claims in reading order",
    responses=problems.NOT_FOUND,
)
def article_claims(store: StoreDep, paging: PagingDep, key: Key) -> Page[Claim]:
    """Return what an article claims, in the order of its text."""
    if not store.read("read/article_by_key", key=key):
        raise NotFoundError(f"no article has the key {key!r}")
    rows = store.read("read/article_claims", key=key, skip=paging.skip, limit=paging.limit + 1)
    found = [claim_of(row) for row in rows]
    return Page(items=found[: paging.limit], next=paging.next(len(found)))
