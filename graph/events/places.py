"""Where happenings were: which places may be one, and which tell two happenings apart."""

from collections.abc import Collection
from typing import NamedTuple


class Place(NamedTuple):
    """Where something happened: an actor, the country that it lies in, and whether it is a whole country."""

    actor: str
    country: str | None
    whole: bool


def clusters(places: Collection[Place]) -> list[frozenset[Place]]:
    """Return the places, those together that may be one: the same, or a country and the only place in it."""
    by_actor: dict[str, set[Place]] = {}
    for place in places:
        by_actor.setdefault(place.actor, set()).add(place)
    exact = {actor: found for actor, found in by_actor.items() if not any(each.whole for each in found)}
    joined = {actor: set(found) for actor, found in exact.items()}
    rest = []
    for actor, found in sorted(by_actor.items()):
        if actor in exact:
            continue
        countries = {each.country for each in found if each.country}
        inside = [other for other, those in exact.items() if any(each.country in countries for each in those)]
        if len(inside) == 1:
            joined[inside[0]] |= found
        else:
            rest.append(frozenset(found))
    return sorted([*map(frozenset, joined.values()), *rest], key=_first)


def agree(places: Collection[Place]) -> bool:
    """Return whether all these may be one place."""
    return len(clusters(places)) <= 1


def _first(places: Collection[Place]) -> str:
    return min(place.actor for place in places)
