"""Letting occurrences belong to other actors: mentions, claims, quotations, who says what and where it happened."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any

from graph.events.moments import thread
from graph.identity.resolving import Actors
from graph.store import Row, Transaction
from graph.ties import Touched, pair


@dataclass(frozen=True, slots=True)
class Move:
    """That the occurrences of an extracted id in these articles belong to an actor from now on."""

    identity: str
    to: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moves:
    """What moves, and whence."""

    moves: tuple[Move, ...] = ()
    left: frozenset[str] = frozenset()

    @property
    def actors(self) -> set[str]:
        """The actors that lose or gain occurrences."""
        return {*self.left, *(each.to for each in self.moves)}


def needed(transaction: Transaction, before: Actors, after: Actors, *, leave_out: str | None) -> Moves:
    """Return what has to move for the graph to be as it follows, but for the occurrences in one article."""
    parts: list[dict[str, Any]] = []
    single: list[Move] = []
    left: set[str] = set()
    named = before.named() | after.named()
    for identity, part in sorted(before.parts() & after.parts()):
        old, new = before.actor(identity, part, ""), after.actor(identity, part, "")
        if old != new:
            others = [article for other, article in named if other == identity]
            parts.append({"identity": identity, "part": part, "to": new, "others": others})
            left.add(old)
    for (identity, article), part in sorted(named.items()):
        if article == leave_out:
            continue
        old, new = before.actor(identity, part, article), after.actor(identity, part, article)
        if old != new:
            single.append(Move(identity, new, (article,)))
            left.add(old)
    if not parts:
        return Moves(tuple(single), frozenset(left))
    rows = transaction.run("identity/articles_of_parts", moves=parts)
    articles = {(row["identity"], row["part"]): row["articles"] for row in rows}
    found = [
        Move(
            each["identity"],
            each["to"],
            tuple(
                article
                for article in articles.get((each["identity"], each["part"]), ())
                if article != leave_out
            ),
        )
        for each in parts
    ]
    return Moves((*(each for each in found if each.articles), *single), frozenset(left))


def misplaced(transaction: Transaction, actors: Actors) -> list[Move]:
    """Return what has to move for the graph to be as it follows, wherever it is now."""
    rows: list[dict[str, Any]] = []
    named = actors.named()
    for identity, part in sorted(actors.parts()):
        others = [article for other, article in named if other == identity]
        to = actors.actor(identity, part, "")
        rows.append({"identity": identity, "part": part, "to": to, "others": others, "article": None})
    for (identity, article), part in sorted(named.items()):
        to = actors.actor(identity, part, article)
        rows.append({"identity": identity, "part": part, "to": to, "others": [], "article": article})
    found = transaction.run("identity/misplaced", moves=rows) if rows else []
    return [Move(row["identity"], row["to"], tuple(row["articles"])) for row in found]


def move(transaction: Transaction, moves: Collection[Move]) -> Touched:
    """Move occurrences to actors that exist; return what the claims touch that are between others or elsewhere now."""
    if not moves:
        return Touched()
    rows = [asdict(each) for each in moves]
    for query in ("identity/move_claims", "identity/move_sayings", "identity/move_mentions"):
        transaction.run(query, moves=rows)
    changed: list[dict[str, str | None]] = []
    touched: list[Row] = []
    for row in transaction.run("identity/moved_claims", moves=rows):
        now = pair(row["source"], row["target"])
        here = thread(row["relation"], row["source"], row["target"])
        if (now, here) != (row["pair"], row["thread"]):
            changed.append({"id": row["id"], "pair": now, "thread": here})
        touched += [row, {**row, "pair": now, "thread": here}]
    if changed:
        transaction.run("derive/set_pairs", rows=changed)
    return Touched.of(touched)
