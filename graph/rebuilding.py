"""Everything that is derived, derived anew from what articles say and from judgements.

It starts from the relationships to actors alone, so it also mends what somebody else wrote into the graph, and
brings the graph of an older newsgraph up to date.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graph import derivation, tallies
from graph.identity import moving, rules, traits
from graph.identity.change import write_derived
from graph.identity.component import Component, hold, of_row
from graph.identity.resolving import Actors
from graph.ids import key
from graph.store import Row, Store, Transaction
from graph.tallies import Contribution, Tally
from graph.ties import pair, tie

_BATCH = 500  # ids, actors, claims or pairs of one transaction


def _nowhere(_: int) -> None:
    """Show no progress."""


@dataclass(frozen=True, slots=True)
class Derived:
    """From how much a rebuild derived: claims, actors, and pairs of actors with a relation."""

    claims: int
    actors: int
    ties: int


def rebuild(store: Store, *, advance: Callable[[int], None] = _nowhere) -> Derived:
    """Derive everything anew; what others read or load meanwhile is whole at any time."""

    def each(query: str, by: str, work: Callable[[list[Row]], Callable[[Transaction], None]]) -> int:
        done = 0
        for rows in _batches(store, query, by):
            store.transact(work(rows))
            done += len(rows)
            advance(len(rows))
        return done

    each("derive/next_identities", "id", _tallies_anew)
    store.write("derive/remove_stray_tallies")
    store.write("derive/remove_stray_judgements")
    each("derive/next_identities", "id", _places_anew)
    claims = each("derive/next_claims", "id", _pairs_anew)
    actors = each("derive/next_actors", "id", _actors_checked)
    ties = each("derive/next_ties", "pair", _edges_anew)
    return Derived(claims, actors, ties)


def _batches(store: Store, query: str, by: str) -> Iterator[list[Row]]:
    after = ""
    while rows := store.read(query, after=after, limit=_BATCH):
        yield rows
        after = rows[-1][by]


def _tallies_anew(rows: list[Row]) -> Callable[[Transaction], None]:
    """Count what is said of each extracted id, and write what rules judge of it."""
    ids = [row["id"] for row in rows]

    def work(transaction: Transaction) -> None:
        hold(transaction.run, ids)
        parts: dict[str, dict[str, Tally]] = {identity: defaultdict(Tally) for identity in ids}
        _parts_anew(transaction, ids)
        for row in transaction.run("derive/contributions", ids=ids):
            said = Contribution.of(row)
            parts[said.actor][said.part].add(said, row["article_count"])
        written = [{"id": identity, "counts": tallies.written(found)} for identity, found in parts.items()]
        transaction.run("derive/set_tallies", rows=written)
        stored = [of_row(row["judgement"]) for row in transaction.run("identity/derived_about", ids=ids)]
        now = [made for identity in ids for made in rules.judgements(identity, parts[identity])]
        write_derived(transaction, before=stored, after=now)

    return work


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


def _places_anew(rows: list[Row]) -> Callable[[Transaction], None]:
    """Let every occurrence of these ids, and of those connected with them, belong to the actor that follows."""
    ids = [row["id"] for row in rows]

    def work(transaction: Transaction) -> None:
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

    return work


def _pairs_anew(claims: list[Row]) -> Callable[[Transaction], None]:
    rows = [{"id": claim["id"], "pair": pair(claim["source"], claim["target"])} for claim in claims]
    return lambda transaction: derivation.run_if_any(transaction, "derive/set_pairs", rows=rows)


def _actors_checked(rows: list[Row]) -> Callable[[Transaction], None]:
    """Remove actors that nothing mentions, and edges that nothing bears out."""
    ids = [row["id"] for row in rows]

    def work(transaction: Transaction) -> None:
        transaction.run("derive/remove_stray_edges", actors=ids)
        transaction.run("derive/remove_stray_actors", actors=ids)

    return work


def _edges_anew(rows: list[Row]) -> Callable[[Transaction], None]:
    ties = [tie(row["pair"], row["relation"]) for row in rows]

    def work(transaction: Transaction) -> None:
        actors = sorted({actor for each in ties for actor in (each.left, each.right)})
        transaction.run("derive/hold_actors", actors=actors)
        derivation.derive_edges(transaction, ties)

    return work
