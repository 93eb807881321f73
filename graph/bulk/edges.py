"""The derived edges of a tie, worked out from its claims outside the store.

The same as `cypher/derive/create_edges.cypher` does in it; a test compares the two.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from graph.bulk.staging import Row
from graph.ties import SEPARATOR, Tie


class Stated(NamedTuple):
    """What a claim adds to the edges of its tie; `source` is the actor that acts."""

    source: str
    status: str
    date: str | None
    date_from: str | None
    date_to: str | None
    reported: bool
    confidence: float
    article: str
    publisher: str | None


def stated(row: Row, source: str, article: str, publisher: str | None) -> Stated:
    """Return what a staged claim adds to the edges of its tie."""
    properties = row.properties
    return Stated(
        source,
        properties["status"],
        properties.get("date"),
        properties.get("date_from"),
        properties.get("date_to"),
        bool(row.said_by),
        properties["confidence"],
        article,
        publisher,
    )


def edges(tie: Tie, claims: Iterable[Stated], *, symmetric: bool) -> Iterator[dict[str, Any]]:
    """Yield source, target, relation and properties of each edge: where at least one claim asserts it."""
    sides: dict[bool, list[Stated]] = defaultdict(list)
    for claim in claims:
        sides[symmetric or claim.source == tie.left].append(claim)
    for from_left, found in sorted(sides.items(), reverse=True):
        asserted = [claim for claim in found if claim.status == "asserted"]
        if not asserted:
            continue
        source, target = (tie.left, tie.right) if from_left else (tie.right, tie.left)
        denied = sum(claim.status == "denied" for claim in found)
        yield {
            "source": source,
            "target": target,
            "relation": tie.relation,
            "properties": {
                "id": SEPARATOR.join((source, tie.relation, target)),
                "relation": tie.relation,
                "symmetric": symmetric,
                **_counts(asserted),
                "denied_count": denied,
            },
        }


def _counts(asserted: list[Stated]) -> dict[str, Any]:
    starts = [claim.date_from for claim in asserted if claim.date_from]
    ends = [claim.date_to for claim in asserted if claim.date_to]
    counts: dict[str, Any] = {
        "event_count": len({claim.date or f"undated in {claim.article}" for claim in asserted}),
        "claim_count": len(asserted),
        "article_count": len({claim.article for claim in asserted}),
        "publisher_count": len({claim.publisher for claim in asserted if claim.publisher is not None}),
        "own_voice_count": sum(not claim.reported for claim in asserted),
        "confidence": max(claim.confidence for claim in asserted),
    }
    if starts:
        counts["first_date"] = date.fromisoformat(min(starts))
    if ends:
        counts["last_date"] = date.fromisoformat(max(ends))
    return counts
