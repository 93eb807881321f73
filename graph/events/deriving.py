"""Events, derived anew where claims came, went or changed; the rest of a thread is not looked at."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.events import moments, reach
from graph.events.copies import sources
from graph.events.grouping import Group, Slot, anchor, group
from graph.events.places import Place
from graph.events.reach import Range
from graph.ids import content_id, key
from graph.store import Row, Transaction
from graph.ties import SEPARATOR

# An event is what the firmest of its claims says.
_FIRMEST = ("asserted", "possible", "planned", "conditional", "denied", "negated")

_SUMMED = ("claim_count", "article_count", "publisher_count", "own_voice_count", "caption", "confidence")


@dataclass(slots=True)
class _Thread:
    """What is known of a thread around what changed."""

    name: str
    changed: set[str]
    reached: list[Range] = field(default_factory=list)
    # Of each slot the events that its claims are parts of now; "" where some are of none.
    slots: dict[Slot, set[str]] = field(default_factory=lambda: defaultdict(set))

    def concerns(self, moment: str) -> bool:
        """Return whether claims of a moment may be of other events now."""
        return moment in self.changed or any(each.holds(moment) for each in self.reached)


def event_id(thread: str, found: Group) -> str:
    """Return the id of an event: it depends on its thread and on its most exact and earliest claims."""
    return content_id("event", thread, *anchor(found))


def derive(
    transaction: Transaction, touched: Iterable[tuple[str, str]], losing: Collection[str] = ()
) -> None:
    """Derive the events anew of claims of these moments in these threads, and those that these may change.

    Everybody else is kept from changing claims of these threads: their actors are held.

    Args:
        transaction: in which it happens.
        touched: moments in threads, of claims that came, went or changed.
        losing: events that claims left.

    """
    changed: dict[str, set[str]] = defaultdict(set)
    for name, moment in touched:
        changed[name].add(moment)
    threads = [_Thread(name, found) for name, found in sorted(changed.items())]
    if not threads:
        return
    _read(transaction, threads)
    known: dict[str, tuple[str, Group]] = {}
    wanted: set[str] = set()
    moving: list[dict[str, Any]] = []
    recount = set(losing)
    for thread in threads:
        for found in group(thread.slots):
            identity = event_id(thread.name, found)
            known[identity] = thread.name, found
            concerned = [slot for slot in found if thread.concerns(slot.moment)]
            if concerned:
                wanted.add(identity)
            if any(slot.moment in thread.changed for slot in concerned):
                recount.add(identity)
            for slot in concerned:
                was = thread.slots[slot]
                if was != {identity}:
                    recount |= {identity, *was} - {""}
                    moving.append(_slot_row(thread.name, slot, identity))
    ranges = [_row(thread.name, each) for thread in threads for each in _zones(thread)]
    present = {row["id"] for row in transaction.run("derive/events_between", ranges=ranges)}
    gone = sorted(present - wanted)
    if made := [event_row(identity, *known[identity]) for identity in sorted(recount & known.keys())]:
        transaction.run("derive/ensure_events", rows=made)
    if moving:
        transaction.run("derive/move_to_events", rows=moving)
    if gone:
        transaction.run("derive/remove_events", events=gone)
    _recount(transaction, sorted(recount - set(gone)))


def parties(thread: str) -> tuple[str, str]:
    """Return between whom a thread is."""
    source, _, target = thread.split(SEPARATOR)
    return source, target


def derive_all(transaction: Transaction, threads: Collection[str]) -> None:
    """Derive all events of these threads anew."""
    found = transaction.run("derive/moments", threads=sorted(threads))
    derive(transaction, [(row["thread"], row["moment"]) for row in found])


def _read(transaction: Transaction, threads: list[_Thread]) -> None:
    """Read the slots on which depends what may have changed."""
    by_name = {thread.name: thread for thread in threads}
    loose = {row["thread"] for row in transaction.run("derive/loose_threads", threads=sorted(by_name))}
    rows: list[dict[str, str]] = []
    for thread in threads:
        # Where all claims say the day, those of one day do not depend on those of another.
        thread.reached = [
            each
            for each in reach.touched(thread.changed)
            if thread.name in loose or each.kind == moments.AHEAD
        ]
        near = reach.around(thread.reached)
        rows += [_row(thread.name, each) for each in near]
        rows += [
            _row(thread.name, moment)
            for moment in sorted(thread.changed)
            if not any(each.holds(moment) for each in near)
        ]
    _take_in(by_name, transaction.run("derive/slots_between", ranges=rows))


def _take_in(threads: Mapping[str, _Thread], rows: Iterable[Row]) -> None:
    for row in rows:
        place = None
        if row["place"] is not None:
            place = Place(row["place"], row["place_country"], row["place_kind"] == "Country")
        threads[row["thread"]].slots[Slot(row["moment"], place)].add(row["event"] or "")


def _zones(thread: _Thread) -> list[Range | str]:
    single = [moment for moment in sorted(thread.changed) if not any(r.holds(moment) for r in thread.reached)]
    return [*thread.reached, *single]


def _row(thread: str, zone: Range | str) -> dict[str, str]:
    first, last = (zone, f"{zone}~") if isinstance(zone, str) else zone.bounds()
    return {"thread": thread, "from": first, "to": last}


def _slot_row(thread: str, slot: Slot, event: str) -> dict[str, Any]:
    place = slot.place
    return {
        "thread": thread,
        "moment": slot.moment,
        "place": place.actor if place else None,
        "place_country": place.country if place else None,
        "whole": place.whole if place else None,
        "event": event,
    }


def event_row(identity: str, thread: str, found: Group) -> dict[str, Any]:
    """Return what follows for an event from when and where its claims say that it was."""
    source, relation, target = thread.split(SEPARATOR)
    kinds: dict[str, list[str]] = defaultdict(list)
    for slot in found:
        kinds[moments.kind(slot.moment)].append(slot.moment)
    stated = next((kind for kind in (moments.DAY, moments.MONTH, moments.YEAR) if kind in kinds), None)
    span = moments.days(min(kinds[stated])) if stated else None
    exact = sorted({slot.place.actor for slot in found if slot.place and not slot.place.whole})
    whole = sorted({slot.place.actor for slot in found if slot.place and slot.place.whole})
    return {
        "id": identity,
        "key": key(identity),
        "thread": thread,
        "moment": anchor(found)[0],
        "relation": relation,
        "source_id": source,
        "target_id": target,
        "place_id": next(iter([*exact, *whole]), None),
        "date_precision": stated,
        "first_date": span[0].isoformat() if span else None,
        "last_date": span[1].isoformat() if span else None,
    }


def _recount(transaction: Transaction, events: list[str]) -> None:
    """Write what follows for events from their claims."""
    if not events:
        return
    by_event: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in transaction.run("derive/event_claims", events=events):
        by_event[row["event"]][row["status"]] = row
    rows = []
    for event, found in by_event.items():
        properties = totals(found)
        rows.append({"id": event, "properties": properties})
    transaction.run("derive/set_events", rows=rows)


def totals(found: Mapping[str, Row]) -> dict[str, Any]:
    """Return what follows for an event from what its claims come to, by their status (`derive/event_claims`)."""
    status = next(each for each in _FIRMEST if each in found)
    row = found[status]
    denied = sum(found[each]["claim_count"] for each in ("denied", "negated") if each in found)
    told = sorted(day for each in found.values() for day in (each["first_told"], each["last_told"]) if day)
    return {
        "status": status,
        "contested": status == "asserted" and denied > 0,
        "denied_count": denied,
        "source_count": row["unsigned"] + sources(list(row["signatures"])),
        "first_told": told[0] if told else None,
        "last_told": told[-1] if told else None,
        **{name: row[name] for name in _SUMMED},
    }
