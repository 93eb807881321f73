"""What follows from the primary data: actors' names and kinds, typed edges between actors.

Only what was touched is worked out anew, each time from all the primary data it rests on; so an incremental
derivation and a full one give the same graph, whatever the order of loading.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from graph import ontology
from graph.ids import content_id
from graph.store import Row, Store, Transaction

_BATCH = 500  # actors or pairs of one transaction of a rebuild

Pair = tuple[str, str]


def derive(transaction: Transaction, *, actors: Iterable[str], pairs: Iterable[Pair]) -> None:
    """Derive anew these actors and the edges between these pairs of actors, of either direction."""
    actor_ids = sorted(set(actors))
    both = sorted({pair for left, right in pairs for pair in ((left, right), (right, left))})
    transaction.run("derive/remove_edges", pairs=[list(pair) for pair in both])
    contributions = transaction.run("derive/actor_contributions", actors=actor_ids)
    transaction.run("derive/set_actors", rows=_actor_rows(contributions))
    transaction.run("derive/remove_actors", actors=actor_ids)
    claims = transaction.run("derive/pair_claims", pairs=[list(pair) for pair in both])
    edges = list(_edge_rows(claims))
    if edges:
        transaction.run("derive/create_edges", rows=edges)


def rebuild(store: Store) -> None:
    """Derive everything anew."""
    actors = [row["id"] for row in store.read("derive/all_actors")]
    pairs = sorted({tuple(sorted((row["source"], row["target"]))) for row in store.read("derive/all_pairs")})
    for batch in _batches(actors):
        _derive(store, actors=batch, pairs=[])
    for some in _batches(pairs):
        _derive(store, actors=[], pairs=[(left, right) for left, right in some])


def _derive(store: Store, *, actors: list[str], pairs: list[Pair]) -> None:
    store.transact(lambda transaction: derive(transaction, actors=actors, pairs=pairs))


def _batches(items: Iterable[Any]) -> Iterator[list[Any]]:
    iterator = iter(items)
    while batch := list(islice(iterator, _BATCH)):
        yield batch


def _actor_rows(contributions: list[Row]) -> list[dict[str, Any]]:
    by_actor: dict[str, list[Row]] = defaultdict(list)
    for row in contributions:
        if row["kind"] is not None:
            by_actor[row["id"]].append(row)
    return [_actor_row(actor, rows) for actor, rows in sorted(by_actor.items())]


def _actor_row(actor: str, rows: list[Row]) -> dict[str, Any]:
    """Return kind and properties: of each what most articles say, the first in the alphabet of as many."""
    name = _most(rows, "name")
    aliases = sorted({form for row in rows for form in row["names"]} - {name})
    return {
        "id": actor,
        "kind": _most(rows, "kind"),
        "properties": {
            "name": name,
            "aliases": aliases,
            "wikidata": _most(rows, "wikidata"),
            "country": _most(rows, "country"),
            "sector": _most(rows, "sector"),
            "article_count": sum(row["article_count"] for row in rows),
        },
    }


def _most(rows: list[Row], field: str) -> str | None:
    counts: Counter[str] = Counter()
    for row in rows:
        if row[field] is not None:
            counts[row[field]] += row["article_count"]
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _edge_rows(claims: list[Row]) -> Iterator[dict[str, Any]]:
    relations = ontology.load().relations
    grouped: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for claim in claims:
        relation = relations[claim["relation"]]
        source, target = claim["source"], claim["target"]
        if not relation.edge or source == target:
            continue
        if relation.symmetric and target < source:
            source, target = target, source
        grouped[source, target, relation.name].append(claim)
    for (source, target, name), group in sorted(grouped.items()):
        asserted = [claim for claim in group if claim["status"] == "asserted"]
        if asserted:
            yield _edge_row(source, target, name, asserted, group)


def _edge_row(
    source: str, target: str, relation: str, asserted: list[Row], group: list[Row]
) -> dict[str, Any]:
    # A happening is told by its date; claims without one are one happening an article.
    happenings = {claim["date"] or f"undated in {claim['article']}" for claim in asserted}
    return {
        "source": source,
        "target": target,
        "relation": relation,
        "first_date": min((claim["date_from"] for claim in asserted if claim["date_from"]), default=None),
        "last_date": max((claim["date_to"] for claim in asserted if claim["date_to"]), default=None),
        "properties": {
            "id": content_id("edge", relation, source, target),
            "relation": relation,
            "event_count": len(happenings),
            "claim_count": len(asserted),
            "article_count": len({claim["article"] for claim in asserted}),
            "publisher_count": len({claim["publisher"] for claim in asserted if claim["publisher"]}),
            "own_voice_count": sum(not claim["reported"] for claim in asserted),
            "denied_count": sum(claim["status"] == "denied" for claim in group),
            "confidence": max(claim["confidence"] for claim in asserted),
        },
    }
