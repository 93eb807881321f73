"""Actors that may be one: pairs with alike names, with what speaks for it and what against.

Names are compared within blocks of actors that share a key (`graph.identity.likeness`), never all with all.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from graph.errors import NotFoundError
from graph.identity import traits
from graph.identity.likeness import keys, likeness, words
from graph.identity.references import article_mark, reference
from graph.store import Row, Store

_PAGE = 5000  # actors of one query
_LARGEST_BLOCK = 40  # a key that more actors have says too little; others of their keys do
_FROM = 0.7  # likeness from which on a pair is shown
_SHOWN = 5  # shared connections that are named
_WEIGHED = 4  # of as many times the pairs wanted is more looked at than their names


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two actors that may be one; `degree` orders candidates and measures nothing."""

    left: Mapping[str, Any]  # id, key, kind, name
    right: Mapping[str, Any]
    degree: float
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    id: str
    key: str
    kind: str
    names: tuple[str, ...]
    country: str | None
    articles: int

    def shown(self) -> dict[str, str]:
        return {"id": self.id, "key": self.key, "kind": self.kind, "name": self.names[0]}


@dataclass(frozen=True, slots=True)
class _Pair:
    left: _Known
    right: _Known
    degree: float
    why: str


def candidates(
    store: Store,
    *,
    kind: str | None = None,
    limit: int = 50,
    advance: Callable[[int], None] = lambda _: None,
) -> list[Candidate]:
    """Return the likeliest pairs of the whole graph that nobody judged yet.

    Args:
        store: the graph.
        kind: only of this kind.
        limit: how many pairs at most.
        advance: called with how many actors were read.

    """
    blocks: dict[str, list[_Known]] = defaultdict(list)
    after = ""
    while rows := store.read("identity/actors_to_compare", after=after, limit=_PAGE, kind=kind):
        for row in rows:
            known = _known(row)
            for key in set(keys(known.kind, known.names)):
                blocks[key].append(known)
        after = rows[-1]["id"]
        advance(len(rows))
    found = []
    done: set[tuple[str, str]] = set()
    for block in blocks.values():
        if len(block) > _LARGEST_BLOCK:
            continue
        # In the order of their ids, as they were read.
        for left, right in combinations(block, 2):
            if (left.id, right.id) in done:
                continue
            done.add((left.id, right.id))
            if (pair := _compared(left, right)) is not None:
                found.append(pair)
    return _weighed(store, found, limit)


def candidates_of(store: Store, actor: str, *, limit: int = 20) -> list[Candidate]:
    """Return the actors that may be the one with this id, the likeliest first.

    Raises:
        NotFoundError: there is no such actor.

    """
    rows = store.read("identity/actor_to_compare", id=actor)
    if not rows:
        raise NotFoundError(f"no actor has the id {actor!r}")
    known = _known(rows[0])
    search = " OR ".join(
        f"{word}~1" if len(word) > 3 and not re.search(r"\d", word) else word  # noqa: PLR2004 - shorter ones have too many neighbours
        for word in sorted({word for name in known.names[:8] for word in words(name)})
    )
    if not search:
        return []
    found = []
    for row in store.read("identity/actors_named_like", search=search, kind=known.kind, id=actor):
        other = _known(row)
        left, right = (known, other) if known.id < other.id else (other, known)
        if (pair := _compared(left, right)) is not None:
            found.append(pair)
    return _weighed(store, found, limit)


def _known(row: Row) -> _Known:
    names = (row["name"], *(each for each in row["aliases"] if each != row["name"]))
    return _Known(row["id"], row["key"], row["kind"], names, row["country"], row["articles"])


def _compared(left: _Known, right: _Known) -> _Pair | None:
    if left.kind != right.kind or _base(left.id) == _base(right.id):
        return None
    if traits.is_local(left.id) and traits.is_local(right.id):
        # What only its own article can identify is not identified by another that cannot either.
        return None
    alike = likeness(left.kind, left.names, right.names)
    return _Pair(left, right, alike.degree, alike.why) if alike.degree >= _FROM else None


def _base(identity: str) -> str:
    mark = article_mark(identity)
    return mark[0] if mark is not None else reference(identity).identity


def _weighed(store: Store, pairs: Iterable[_Pair], limit: int) -> list[Candidate]:
    """Return the likeliest of the pairs that nobody judged, after looking at more than their names."""
    judged = {
        frozenset((row["left"], row["right"]))
        for row in store.read("identity/judged_pairs")
        if row["left"] != row["right"]
    }
    open_pairs = [each for each in pairs if frozenset((each.left.id, each.right.id)) not in judged]
    open_pairs.sort(key=_rank)
    shortlist = open_pairs[: limit * _WEIGHED]
    rows = [{"left": each.left.id, "right": each.right.id} for each in shortlist]
    evidence = {
        (row["left"], row["right"]): row
        for row in (store.read("identity/evidence", pairs=rows) if rows else [])
    }
    found = [_candidate(each, evidence[each.left.id, each.right.id]) for each in shortlist]
    # A stable order: among equals that of the shortlist.
    return sorted(found, key=lambda each: -each.degree)[:limit]


def _rank(pair: _Pair) -> tuple[float, int, str, str]:
    apart = pair.left.country and pair.right.country and pair.left.country != pair.right.country
    # Of pairs as likely those come first with which the most articles come together.
    fewer = min(pair.left.articles, pair.right.articles)
    return (0.3 if apart else 0.0) - pair.degree, -fewer, pair.left.id, pair.right.id


def _candidate(pair: _Pair, row: Row) -> Candidate:
    left, right, degree = pair.left, pair.right, pair.degree
    speaks_for, against = [pair.why], []
    if left.country and right.country:
        if left.country == right.country:
            speaks_for.append(f"both are of {left.country}")
            degree += 0.05
        else:
            against.append(f"one is of {left.country}, the other of {right.country}")
            degree -= 0.3
    if shared := row["shared"]:
        speaks_for.append(f"both are connected with {', '.join(shared[:_SHOWN])}")
        degree += min(0.1, 0.03 * len(shared))
    if row["together"]:
        against.append(f"{row['together']} articles speak of both, under two ids")
        degree -= 0.2
    if traits.is_item(left.id) and traits.is_item(right.id):
        against.append("they are two Wikidata items")
        degree -= 0.3
    spans = row["left_from"], row["left_to"], row["right_from"], row["right_to"]
    if all(spans):
        first, last, other_first, other_last = spans
        if last < other_first or other_last < first:
            against.append(
                f"articles of {first} to {last} speak of one, of {other_first} to {other_last} of the other"
            )
        else:
            speaks_for.append(f"articles of the same time speak of both ({max(first, other_first)})")
    return Candidate(
        left.shown(), right.shown(), round(max(0.0, min(1.0, degree)), 3), tuple(speaks_for), tuple(against)
    )
