"""The derived edges of a tie, worked out from its claims and events outside the store.

The same as `cypher/derive/create_edges.cypher` does in it; a test compares the two.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from graph.bulk.staging import Row
from graph.ties import SEPARATOR, Tie


class Telling(NamedTuple):
    """An article that states claims, by what events and edges count."""

    id: str
    publisher: str | None
    published: str | None
    signature: str | None


class Stated(NamedTuple):
    """What a claim adds to the events and edges of its tie; `source` is the actor that acts."""

    claim: str
    source: str
    status: str
    date_from: str | None
    date_to: str | None
    reported: bool
    confidence: float
    caption: str
    moment: str
    place: str | None
    place_country: str | None
    place_whole: bool
    article: Telling


def telling(article: str, properties: Mapping[str, Any]) -> Telling:
    """Return by what an article of that id and those properties counts."""
    return Telling(article, *(properties.get(name) for name in ("publisher", "published", "signature")))


def stated(row: Row, source: str, place: str | None, article: Telling) -> Stated:
    """Return what a staged claim adds to the events and edges of its tie.

    Args:
        row: the claim.
        source: the actor that acts.
        place: the actor that is where it happened.
        article: which states it.

    """
    properties = row.properties
    return Stated(
        properties["id"],
        source,
        properties["status"],
        properties.get("date_from"),
        properties.get("date_to"),
        bool(row.said_by),
        properties["confidence"],
        properties["caption"],
        properties["moment"],
        place,
        properties.get("place_country") if place is not None else None,
        place is not None and properties.get("place_kind") == "Country",
        article,
    )


def edges(
    tie: Tie, claims: Iterable[Stated], events: Iterable[Mapping[str, Any]], *, symmetric: bool
) -> Iterator[dict[str, Any]]:
    """Yield source, target, relation and properties of each edge: where at least one claim asserts it.

    Args:
        tie: of which.
        claims: all that it has.
        events: all that it has, as `graph.bulk.events` makes them.
        symmetric: whether its relation is.

    """
    happened = Counter(each["thread"] for each in events if each["status"] == "asserted")
    sides: dict[bool, list[Stated]] = defaultdict(list)
    for claim in claims:
        sides[symmetric or claim.source == tie.left].append(claim)
    for from_left, found in sorted(sides.items(), reverse=True):
        asserted = [claim for claim in found if claim.status == "asserted"]
        if not asserted:
            continue
        source, target = (tie.left, tie.right) if from_left else (tie.right, tie.left)
        denied = sum(claim.status == "denied" for claim in found)
        identity = SEPARATOR.join((source, tie.relation, target))
        yield {
            "source": source,
            "target": target,
            "relation": tie.relation,
            "properties": {
                "id": identity,
                "relation": tie.relation,
                "symmetric": symmetric,
                "event_count": happened[identity],
                **_counts(asserted),
                "denied_count": denied,
            },
        }


def _counts(asserted: list[Stated]) -> dict[str, Any]:
    starts = [claim.date_from for claim in asserted if claim.date_from]
    ends = [claim.date_to for claim in asserted if claim.date_to]
    counts: dict[str, Any] = {
        "claim_count": len(asserted),
        "article_count": len({claim.article.id for claim in asserted}),
        "publisher_count": len(
            {claim.article.publisher for claim in asserted if claim.article.publisher is not None}
        ),
        "own_voice_count": sum(not claim.reported for claim in asserted),
        "confidence": max(claim.confidence for claim in asserted),
    }
    if starts:
        counts["first_date"] = date.fromisoformat(min(starts))
    if ends:
        counts["last_date"] = date.fromisoformat(max(ends))
    return counts
