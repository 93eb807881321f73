"""The events and edges of a tie, worked out from all its claims outside the store.

The same as `graph.events.deriving` and `cypher/derive/create_edges.cypher` do in it; tests compare the two.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from graph import ontology
from graph.events.deriving import event_id, event_row, totals
from graph.events.grouping import Slot, group
from graph.events.moments import thread
from graph.events.places import Place
from graph.ties import SEPARATOR, Tie


class Stated(NamedTuple):
    """What a claim adds to the events and edges of its tie; `source`, `target` and `place` are actors."""

    claim: str
    source: str
    target: str
    status: str
    date_from: str | None
    date_to: str | None
    moment: str
    place: str | None
    place_country: str | None
    place_kind: str | None
    reported: bool
    confidence: float
    caption: str
    article: str
    publisher: str | None
    published: str | None
    signature: str | None

    @property
    def slot(self) -> Slot:
        """What the claim says of when and where."""
        place = None
        if self.place is not None:
            place = Place(self.place, self.place_country, self.place_kind == "Country")
        return Slot(self.moment, place)


class DerivedEvent(NamedTuple):
    """An event's properties, its dates as text, and the claims of which it is made."""

    properties: dict[str, Any]
    claims: list[str]


class DerivedEdge(NamedTuple):
    """An edge: its ends, its type and its properties."""

    source: str
    target: str
    relation: str
    properties: dict[str, Any]


class Derived(NamedTuple):
    """What follows from the claims of a tie."""

    events: list[DerivedEvent]
    edges: list[DerivedEdge]


def derived(tie: Tie, claims: Sequence[Stated]) -> Derived:
    """Return the events and edges of a tie of which these are all claims."""
    relation = ontology.load().relations[tie.relation]
    events: list[DerivedEvent] = []
    threads: dict[str, list[Stated]] = defaultdict(list)
    if relation.event:
        for claim in claims:
            threads[thread(tie.relation, claim.source, claim.target) or ""].append(claim)
        for name, found in sorted(threads.items()):
            events += _events(name, found)
    asserted: dict[str, int] = defaultdict(int)
    for event in events:
        asserted[event.properties["thread"]] += event.properties["status"] == "asserted"
    edges = _edges(tie, claims, asserted, symmetric=relation.symmetric) if relation.edge else []
    return Derived(events, edges)


def _events(name: str, claims: list[Stated]) -> Iterable[DerivedEvent]:
    by_slot: dict[Slot, list[Stated]] = defaultdict(list)
    for claim in claims:
        by_slot[claim.slot].append(claim)
    for found in group(by_slot):
        members = [claim for slot in found for claim in by_slot[slot]]
        by_status: dict[str, list[Stated]] = defaultdict(list)
        for claim in members:
            by_status[claim.status].append(claim)
        properties = event_row(event_id(name, found), name, found)
        properties |= totals({status: _total(those) for status, those in by_status.items()})
        properties["day"] = properties["first_date"] or properties["first_told"] or ""
        yield DerivedEvent(properties, [claim.claim for claim in members])


def _total(claims: list[Stated]) -> dict[str, Any]:
    """Return what `derive/event_claims` does of claims of one status."""
    published = [claim.published for claim in claims if claim.published is not None]
    return {
        "claim_count": len(claims),
        "article_count": len({claim.article for claim in claims}),
        "publisher_count": len({claim.publisher for claim in claims if claim.publisher is not None}),
        "own_voice_count": sum(not claim.reported for claim in claims),
        "signatures": sorted({claim.signature for claim in claims if claim.signature is not None}),
        "unsigned": len({claim.article for claim in claims if claim.signature is None}),
        "first_told": min(published, default=None),
        "last_told": max(published, default=None),
        "caption": min(claim.caption for claim in claims),
        "confidence": max(claim.confidence for claim in claims),
    }


def _edges(
    tie: Tie, claims: Iterable[Stated], events: dict[str, int], *, symmetric: bool
) -> list[DerivedEdge]:
    sides: dict[bool, list[Stated]] = defaultdict(list)
    for claim in claims:
        sides[symmetric or claim.source == tie.left].append(claim)
    edges = []
    for from_left, found in sorted(sides.items(), reverse=True):
        asserted = [claim for claim in found if claim.status == "asserted"]
        if not asserted:
            continue
        source, target = (tie.left, tie.right) if from_left else (tie.right, tie.left)
        identity = SEPARATOR.join((source, tie.relation, target))
        starts = [claim.date_from for claim in asserted if claim.date_from]
        ends = [claim.date_to for claim in asserted if claim.date_to]
        properties = {
            "id": identity,
            "relation": tie.relation,
            "symmetric": symmetric,
            "event_count": events.get(identity, 0),
            "claim_count": len(asserted),
            "article_count": len({claim.article for claim in asserted}),
            "publisher_count": len({claim.publisher for claim in asserted if claim.publisher is not None}),
            "own_voice_count": sum(not claim.reported for claim in asserted),
            "denied_count": sum(claim.status == "denied" for claim in found),
            "first_date": min(starts, default=None),
            "last_date": max(ends, default=None),
            "confidence": max(claim.confidence for claim in asserted),
        }
        edges.append(DerivedEdge(source, target, tie.relation, properties))
    return edges


def as_stored(properties: dict[str, Any]) -> dict[str, Any]:
    """Return properties as the store has them: dates as dates, nothing unknown."""
    found = {name: value for name, value in properties.items() if value is not None}
    for name in ("date_from", "date_to", "first_date", "last_date"):
        if name in found:
            found[name] = date.fromisoformat(found[name])
    return found
