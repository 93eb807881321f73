"""How two actors are connected: the shortest ways between them, with the claims behind each step."""

from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx

from graph.analysis.projection import Projection, undirected
from graph.errors import NotFoundError
from graph.store import Row, Store
from graph.ties import pair

_EVIDENCE = 3  # claims of a step


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a way, from an actor to the next, and the latest claims that connect them, in either direction."""

    source: str
    target: str
    evidence: tuple[Row, ...]


def shortest(G: nx.MultiDiGraph, source: str, target: str, *, most: int = 1) -> list[list[str]]:  # noqa: N803
    """Return the shortest ways between two actors, whatever the direction, as lists of actors, at most so many.

    They are ordered by the ids on them. Empty where there is none.

    Raises:
        NotFoundError: one of them has no connection in the projection.

    """
    U = undirected(G)  # noqa: N806
    for actor in (source, target):
        if actor not in U:
            raise NotFoundError(f"actor {actor!r} has no connection among those selected")
    try:
        return sorted(islice(nx.all_shortest_paths(U, source, target), 1000))[:most]
    except nx.NetworkXNoPath:
        return []


def with_evidence(store: Store, projection: Projection, path: list[str]) -> list[Step]:
    """Return the steps of a way with the claims behind each."""
    steps = list(pairwise(path))
    pairs = sorted({found for step in steps if (found := pair(*step)) is not None})
    by_pair: dict[str, list[Row]] = {each: [] for each in pairs}
    parameters = projection.selection.parameters
    for row in store.read("analysis/evidence", pairs=pairs, limit=_EVIDENCE, **parameters):
        by_pair[row["pair"]].append(row)
    return [
        Step(source, target, tuple(by_pair.get(pair(source, target) or "", ()))) for source, target in steps
    ]
