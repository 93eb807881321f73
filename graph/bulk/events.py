"""The events of a tie, worked out from its claims outside the store.

The same as `graph.events.deriving` writes into it; a test compares the two.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from graph.bulk.edges import Stated
from graph.events import deriving
from graph.events.grouping import Slot, group
from graph.events.moments import thread
from graph.events.places import Place
from graph.store import Row
from graph.ties import Tie


def events(tie: Tie, claims: Iterable[Stated]) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Yield the properties of each event of a tie, without those that are null, and the ids of its claims."""
    threads: dict[str, dict[Slot, list[Stated]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        other = tie.right if claim.source == tie.left else tie.left
        name = thread(tie.relation, claim.source, other)
        if name is not None:
            threads[name][_slot(claim)].append(claim)
    for name, slots in sorted(threads.items()):
        for found in group(slots):
            identity = deriving.event_id(name, found)
            members = [claim for slot in found for claim in slots[slot]]
            properties = {
                **deriving.event_row(identity, name, found),
                **deriving.counted(_by_status(members)),
            }
            properties["day"] = properties["first_date"] or properties["first_told"] or ""
            for bound in ("first_date", "last_date"):
                properties[bound] = date.fromisoformat(properties[bound]) if properties[bound] else None
            known = {each: value for each, value in properties.items() if value is not None}
            yield known, sorted(claim.claim for claim in members)


def _slot(claim: Stated) -> Slot:
    if claim.place is None:
        return Slot(claim.moment, None)
    return Slot(claim.moment, Place(claim.place, claim.place_country, claim.place_whole))


def _by_status(claims: Iterable[Stated]) -> dict[str, Row]:
    found: dict[str, list[Stated]] = defaultdict(list)
    for claim in claims:
        found[claim.status].append(claim)
    return {status: _row(those) for status, those in found.items()}


def _row(claims: list[Stated]) -> Row:
    """Return what claims of one status come to, as `derive/event_claims` has it."""
    articles = {claim.article for claim in claims}
    told = sorted(each.published for each in articles if each.published)
    return {
        "claim_count": len(claims),
        "article_count": len(articles),
        "publisher_count": len({each.publisher for each in articles if each.publisher is not None}),
        "own_voice_count": sum(not claim.reported for claim in claims),
        "signatures": sorted({each.signature for each in articles if each.signature is not None}),
        "unsigned": sum(each.signature is None for each in articles),
        "first_told": told[0] if told else None,
        "last_told": told[-1] if told else None,
        "caption": min(claim.caption for claim in claims),
        "confidence": max(claim.confidence for claim in claims),
    }
