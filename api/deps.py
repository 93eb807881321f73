"""What routes need: the store, pages, filters."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal, cast

from fastapi import Depends, Query, Request

from api import cursors
from graph.errors import InputError
from graph.store import Store

MOST = 200


def _store(request: Request) -> Store:
    return cast("Store", request.app.state.store())


def require_known(what: str, given: Iterable[str], known: Iterable[str]) -> None:
    """Raise InputError if one of the given is none of the known: an empty answer would look like a fact."""
    known = list(known)
    unknown = sorted(set(given) - set(known))
    if unknown:
        raise InputError(f"{what} {unknown[0]!r} is none of {', '.join(known)}")


class Paging:
    """Which page of a list is asked for."""

    def __init__(
        self,
        limit: Annotated[int, Query(ge=1, le=MOST, description="Most items of a page", examples=[20])] = 20,
        cursor: Annotated[
            str | None, Query(description="`next` of the page before", examples=["MjA"])
        ] = None,
    ) -> None:
        self.limit = limit
        self.skip = cursors.decode(cursor)

    def next(self, found: int) -> str | None:
        """Return the cursor of the next page; one item more than the limit was asked for."""
        return cursors.encode(self.skip + self.limit) if found > self.limit else None


StoreDep = Annotated[Store, Depends(_store)]
PagingDep = Annotated[Paging, Depends()]
DateFrom = Annotated[date | None, Query(description="On this day or later", examples=["2026-01-01"])]
DateTo = Annotated[date | None, Query(description="Before this day", examples=["2026-02-01"])]
Publisher = Annotated[str | None, Query(description="Only this publisher's", examples=["Northern Courier"])]
MinimalRating = Annotated[
    Literal["A", "B", "C", "D", "E"] | None,
    Query(description="Only as told by publishers rated so or better; A is the best", examples=["B"]),
]
