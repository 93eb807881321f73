"""Measures as properties of actors, for the style rules of Bloom and for Cypher."""

from collections.abc import Mapping

from graph.analysis.projection import Projection
from graph.store import Store

_BATCH = 5000


def write(store: Store, name: str, scores: Mapping[str, float], projection: Projection) -> int:
    """Write a measure as a property named like it, with `NAME_of` that says what was measured; return of how many.

    Actors that have none, and what an earlier call wrote of them, lose it.
    """
    key = name.replace("-", "_")
    described = f"{key}_of"
    nothing = {key: None, described: None}
    after: str | None = ""
    while after is not None:
        after = store.write("analysis/clear_measure", after=after, limit=_BATCH, nothing=nothing)[0]["after"]
    items = sorted(scores.items())
    for start in range(0, len(items), _BATCH):
        rows = [
            {"id": actor, "properties": {key: score, described: str(projection)}}
            for actor, score in items[start : start + _BATCH]
        ]
        store.write("analysis/set_measure", rows=rows)
    return len(items)
