"""Everything that is derived, derived anew from what articles say and from judgements.

It starts from the relationships to actors alone, so it also mends what somebody else wrote into the graph, and
brings the graph of an older newsgraph up to date. `graph.checking` does the same to tell what differs.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph import derivation, tallies
from graph.corrections import standing
from graph.corrections.marks import Statement, mark
from graph.events import deriving
from graph.events.copies import signature
from graph.events.moments import moment, thread
from graph.identity import moving, rules, traits
from graph.identity.change import write_derived
from graph.identity.component import Component, hold, of_row
from graph.identity.resolving import Actors
from graph.ids import key
from graph.store import Row, Store, Transaction
from graph.tallies import Contribution, Tally
from graph.ties import pair, tie

_BATCH = 500  # ids, actors, claims, pairs or threads of one transaction
_TEXTS = 20  # articles of one transaction, which may have texts of megabytes

Work = Callable[[Transaction, list[Row]], None]


def _nowhere(_: int) -> None:
    """Show no progress."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of deriving everything: what it derives, for what in turn, and how.

    Attributes:
        what: what it derives, in words.
        following: the query that names, in order, what comes next.
        by: by which of its columns that is ordered.
        work: derives for some of these.
        seen: the query that tells what is derived of them.
        batch: how many at a time.

    """

    what: str
    following: str
    by: str
    work: Work
    seen: str
    batch: int = _BATCH

    def batches(self, store: Store) -> Iterator[list[Row]]:
        """Yield what the step is to be done for, some at a time."""
        after = ""
        while rows := store.read(self.following, after=after, limit=self.batch):
            yield rows
            after = rows[-1][self.by]


@dataclass(frozen=True, slots=True)
class Derived:
    """From how much a rebuild derived: claims, actors, pairs of actors with a relation, threads of events."""

    claims: int
    actors: int
    ties: int
    threads: int


def rebuild(store: Store, *, advance: Callable[[int], None] = _nowhere) -> Derived:
    """Derive everything anew; what others read or load meanwhile is whole at any time."""
    done: dict[str, int] = {}
    for step in STEPS:
        done[step.what] = 0
        for rows in step.batches(store):
            store.transact(_bound(step.work, rows))
            done[step.what] += len(rows)
            advance(len(rows))
    return Derived(done["claims"], done["actors"], done["edges"], done["events"])


def _bound(work: Work, rows: list[Row]) -> Callable[[Transaction], None]:
    return lambda transaction: work(transaction, rows)


def _names_anew(transaction: Transaction, rows: list[Row]) -> None:
    """Count what is said of each extracted id, and write what rules judge of it."""
    ids = [row["id"] for row in rows]
    hold(transaction.run, ids)
    parts: dict[str, dict[str, Tally]] = {identity: defaultdict(Tally) for identity in ids}
    _parts_anew(transaction, ids)
    for row in transaction.run("derive/contributions", ids=ids):
        said = Contribution.of(row)
        parts[said.actor][said.part].add(said, row["article_count"])
    written = [
        {"id": identity, "counts": tallies.written(found)} for identity, found in parts.items() if found
    ]
    derivation.run_if_any(transaction, "derive/set_tallies", rows=written)
    empty = [identity for identity, found in parts.items() if not found]
    derivation.run_if_any(transaction, "identity/drop_tallies", ids=empty)
    stored = [of_row(row["judgement"]) for row in transaction.run("identity/derived_about", ids=ids)]
    now = [made for identity in ids for made in rules.judgements(identity, parts[identity])]
    write_derived(transaction, before=stored, after=now)


def _parts_anew(transaction: Transaction, ids: list[str]) -> None:
    changed = []
    for row in transaction.run("derive/occurrences", ids=ids):
        part = traits.part(
            row["id"],
            row["kind"],
            country=row["country"],
            wikidata=row["wikidata"],
            names=row["names"],
            roles=row["roles"],
        )
        if part != row["part"]:
            changed.append({"article": row["article"], "id": row["id"], "part": part})
    derivation.run_if_any(transaction, "derive/set_parts", rows=changed)


def _places_anew(transaction: Transaction, rows: list[Row]) -> None:
    """Let every occurrence of these ids, and of those connected with them, belong to the actor that follows."""
    ids = [row["id"] for row in rows]
    component = Component(transaction.run, ids)
    actors = Actors(component.after, component.judgements.values())
    found = {actor: actors.tally(actor) for actor in sorted(actors.members)}
    transaction.run("load/ensure_actors", rows=[{"id": actor, "key": key(actor)} for actor in found])
    moving.move(transaction, moving.misplaced(transaction, actors))
    several = sorted(actor for actor in found if len(actors.identities(actor)) > 1)
    counts = transaction.run("derive/count_articles", actors=several) if several else []
    derivation.write_actors(transaction, found, {row["actor"]: row["article_count"] for row in counts})
    empty = sorted(identity for identity, known in component.after.items() if not known.parts)
    derivation.run_if_any(transaction, "identity/drop_tallies", ids=empty)


def _signatures_anew(transaction: Transaction, articles: list[Row]) -> None:
    # Without the text there is nothing to make one from; the one made on loading stays.
    rows = [{"id": row["id"], "signature": signature(row["text"])} for row in articles if row["text"]]
    derivation.run_if_any(transaction, "derive/set_signatures", rows=rows)


def _claims_anew(transaction: Transaction, claims: list[Row]) -> None:
    """Write between whom claims are, of which thread and moment, and whether somebody rejected them."""
    marks = {row["id"]: mark(_statement(row), row["article"]) for row in claims}
    rejected = standing.rejected(transaction, marks.values())
    rows = []
    for row in claims:
        stands = marks[row["id"]] not in rejected
        ends = row["source"], row["target"]
        # What others coded and was cut off from its parties is between nobody.
        whole = stands and row["source"] is not None
        rows.append(
            {
                "id": row["id"],
                "pair": pair(*ends) if whole else None,
                "thread": thread(row["relation"], *ends) if whole else None,
                "moment": moment(
                    status=row["status"], date=row["date"], published=row["published"], article=row["article"]
                ),
                "mark": marks[row["id"]],
                "rejected": None if stands else True,
                **_place(row),
            }
        )
    derivation.run_if_any(transaction, "derive/set_claims", rows=rows)


def _statement(row: Row) -> Statement:
    names = ("id", "relation", "source_id", "target_id", "status", "trigger", "quote")
    return Statement(*(row[name] for name in names))


def _place(row: Row) -> Mapping[str, Any]:
    place = row["place"] or {}
    return {"place_country": place.get("country"), "place_kind": place.get("kind")}


def _actors_checked(transaction: Transaction, rows: list[Row]) -> None:
    """Remove actors that nothing mentions, and edges that nothing bears out."""
    ids = [row["id"] for row in rows]
    transaction.run("derive/remove_stray_edges", actors=ids)
    transaction.run("derive/remove_stray_actors", actors=ids)


def _events_anew(transaction: Transaction, rows: list[Row]) -> None:
    threads = [row["thread"] for row in rows]
    _hold(transaction, {end for each in threads for end in deriving.parties(each)})
    deriving.derive_all(transaction, threads)


def _edges_anew(transaction: Transaction, rows: list[Row]) -> None:
    ties = [tie(row["pair"], row["relation"]) for row in rows]
    _hold(transaction, {actor for each in ties for actor in (each.left, each.right)})
    derivation.derive_edges(transaction, ties)


def _hold(transaction: Transaction, actors: set[str]) -> None:
    transaction.run("derive/hold_actors", actors=sorted(actors))


STEPS = (
    Step("names", "derive/next_names", "id", _names_anew, "check/names"),
    Step("who is who", "derive/next_identities", "id", _places_anew, "check/identities"),
    Step("signatures", "derive/next_articles", "id", _signatures_anew, "check/signatures", batch=_TEXTS),
    Step("claims", "derive/next_claims", "id", _claims_anew, "check/claims"),
    Step("actors", "derive/next_actors", "id", _actors_checked, "check/actors"),
    Step("events", "derive/next_threads", "thread", _events_anew, "check/events"),
    Step("edges", "derive/next_ties", "pair", _edges_anew, "check/edges"),
)
