"""Removing many articles: by id, publisher, date or extractor, after showing what would go."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.errors import InputError, NotFoundError
from graph.loading import remove_article
from graph.outcomes import Removed
from graph.store import Row, Store

_BATCH = 1000  # articles of one query


@dataclass(frozen=True, slots=True)
class Choice:
    """Which articles are meant: those that fit all that is given.

    Attributes:
        ids: these; none for any.
        publisher: of this publisher.
        date_from: published on this day, ISO, or later.
        date_to: published before this day.
        extractor: whose claims were made by this extractor, or by any that begins with these words.

    """

    ids: tuple[str, ...] = ()
    publisher: str | None = None
    date_from: str | None = None
    date_to: str | None = None
    extractor: str | None = None


def chosen(store: Store, choice: Choice) -> list[Row]:
    """Return the articles that are meant, in order of their ids, each with what it brought.

    Raises:
        InputError: nothing says which.
        NotFoundError: one of the ids is of no article.

    """
    if choice == Choice():
        raise InputError("say which articles: an id, --publisher, --from, --to or --extractor")
    found: list[Row] = []
    after = ""
    filters = {
        "ids": list(choice.ids) or None,
        "publisher": choice.publisher,
        "date_from": choice.date_from,
        "date_to": choice.date_to,
        "extractor": choice.extractor,
    }
    while rows := store.read("remove/chosen", **filters, after=after, limit=_BATCH):
        found += rows
        after = rows[-1]["id"]
    known = {row["id"] for row in found}
    if choice == Choice(ids=choice.ids) and (missing := [each for each in choice.ids if each not in known]):
        raise NotFoundError(f"no article with id {missing[0]!r} is in the graph")
    return found


def effect(store: Store, articles: Sequence[Row]) -> Row:
    """Return how much would go with these articles: what they brought, and the events and actors that only they know."""
    return store.read("remove/effect", ids=[row["id"] for row in articles])[0]


def remove(store: Store, articles: Sequence[Row], *, advance: Callable[[int], None]) -> list[Removed]:
    """Remove these articles one by one, each with exactly what it brought; return what went."""
    removed = []
    for row in articles:
        try:
            removed.append(remove_article(store, row["id"]))
        except NotFoundError:
            continue  # somebody else removed it meanwhile
        advance(1)
    return removed
