"""Measures of actors and of the whole, on a projection (`graph.analysis.projection`).

Each takes the projected `networkx.MultiDiGraph`; those that cost much have `engine="igraph"`, which gives the same
numbers (`graph.analysis.with_igraph`) and needs the extra `analysis`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

import networkx as nx

from graph.analysis.projection import directed, undirected
from graph.errors import ExtraMissingError

Engine = Literal["networkx", "igraph"]
ENGINES: tuple[Engine, ...] = get_args(Engine)
Scores = dict[str, float]

# PLOVER's classes (see graph/ontology.toml).
_COOPERATION, _CONFLICT = frozenset({1, 2}), frozenset({3, 4})
_SEED = 20261125  # so that communities are the same each time


def degree(G: nx.MultiDiGraph) -> Scores:  # noqa: N803 - as networkx has it
    """Return with how many others each actor is connected.

    >>> G = nx.MultiDiGraph([("a", "b"), ("a", "b"), ("c", "a")])
    >>> degree(G)
    {'a': 2.0, 'b': 1.0, 'c': 1.0}
    """
    return {node: float(found) for node, found in undirected(G).degree()}


def weighted_degree(G: nx.MultiDiGraph) -> Scores:  # noqa: N803
    """Return the sum of the weights of each actor's connections: of as many claims, where these are the weight."""
    return {node: float(found) for node, found in undirected(G).degree(weight="weight")}


def pagerank(G: nx.MultiDiGraph, *, engine: Engine = "networkx") -> Scores:  # noqa: N803
    """Return PageRank (Page et al. 1999, damping .85) over directed, weighted connections.

    Who acts passes importance on to whom it acts on: it measures who is spoken to and acted on by those who are.
    """
    D = directed(G)  # noqa: N806
    if not D:
        return {}
    if engine == "igraph":
        from graph.analysis import with_igraph

        return with_igraph.pagerank(D)
    try:
        found = nx.pagerank(D, alpha=0.85, weight="weight", tol=1e-12, max_iter=1000)
    except ImportError as error:  # pragma: no cover - the tests have it
        raise ExtraMissingError(
            "PageRank needs scipy or igraph: pip install 'newsgraph[analysis]'"
        ) from error
    return dict(found)


def betweenness(G: nx.MultiDiGraph, *, engine: Engine = "networkx") -> Scores:  # noqa: N803
    """Return betweenness centrality (Brandes 2001): the share of shortest paths, in steps, that pass an actor.

    Of no direction and no weight; between 0 and 1. It misleads where an actor is many people ("Citizen (India)").
    """
    U = undirected(G)  # noqa: N806
    if engine == "igraph":
        from graph.analysis import with_igraph

        return with_igraph.betweenness(U)
    return dict(nx.betweenness_centrality(U))


def bridges(G: nx.MultiDiGraph, *, engine: Engine = "networkx") -> list[tuple[str, str]]:  # noqa: N803
    """Return the pairs whose connection alone holds two parts together (Tarjan 1974), each pair in order, sorted."""
    U = undirected(G)  # noqa: N806
    found: Iterable[tuple[str, str]] = nx.bridges(U)
    if engine == "igraph":
        from graph.analysis import with_igraph

        found = with_igraph.bridges(U)
    return sorted((u, v) if u < v else (v, u) for u, v in found)


def brokers(G: nx.MultiDiGraph, *, engine: Engine = "networkx") -> Scores:  # noqa: N803
    """Return Burt's constraint (Burt 1992): the lower, the more an actor connects others who are not connected.

    Actors without a connection have none. The weights count, summed over both directions.
    """
    U = undirected(G)  # noqa: N806
    if not U:
        return {}
    if engine == "igraph":
        from graph.analysis import with_igraph

        return with_igraph.brokers(U)
    return {node: float(found) for node, found in nx.constraint(U, weight="weight").items() if found == found}  # noqa: PLR0124 - not a number


def communities(G: nx.MultiDiGraph, *, engine: Engine = "networkx") -> dict[str, int]:  # noqa: N803
    """Return a community's number for each actor, the largest community 0 (Louvain; Blondel et al. 2008).

    The two engines may divide differently, at a modularity that is nearly the same; each does so always alike.
    """
    U = undirected(G)  # noqa: N806
    if not U:
        return {}
    found: Iterable[Iterable[str]]
    if engine == "igraph":
        from graph.analysis import with_igraph

        found = with_igraph.communities(U, seed=_SEED)
    else:
        found = nx.community.louvain_communities(U, weight="weight", seed=_SEED)
    ordered = sorted((sorted(each) for each in found), key=_by_size)
    return {node: number for number, each in enumerate(ordered) for node in each}


def reciprocity(G: nx.MultiDiGraph) -> float:  # noqa: N803
    """Return the share of directed connections, those of symmetric relations left out, that go both ways.

    >>> reciprocity(nx.MultiDiGraph([("a", "b"), ("b", "a"), ("a", "c")]))
    0.6666666666666666
    """
    ways = {(u, v) for u, v, data in G.edges(data=True) if u != v and not data.get("symmetric")}
    return sum((v, u) in ways for u, v in ways) / len(ways) if ways else 0.0


@dataclass(frozen=True, slots=True)
class Balance:
    """Cooperation against conflict: weights of PLOVER's classes 1 and 2, and of 3 and 4.

    `balance` is (cooperation − conflict) / (cooperation + conflict): 1 all cooperation, −1 all conflict.
    """

    cooperation: float
    conflict: float

    @property
    def balance(self) -> float:
        """Between −1 and 1; 0 where there is neither."""
        both = self.cooperation + self.conflict
        return (self.cooperation - self.conflict) / both if both else 0.0


def signed_balance(G: nx.MultiDiGraph) -> dict[tuple[str, str], Balance]:  # noqa: N803
    """Return the balance of each pair of actors, in order of ids, that cooperates or is in conflict."""
    sums: dict[tuple[str, str], list[float]] = {}
    for u, v, data in G.edges(data=True):
        quad = data.get("quad_class")
        if u == v or quad not in _COOPERATION | _CONFLICT:
            continue
        pair = (u, v) if u < v else (v, u)
        sums.setdefault(pair, [0.0, 0.0])[quad in _CONFLICT] += data.get("weight", 1)
    return {pair: Balance(*found) for pair, found in sorted(sums.items())}


def actor_balance(G: nx.MultiDiGraph) -> Scores:  # noqa: N803
    """Return each actor's balance over all its pairs."""
    sums: dict[str, list[float]] = {}
    for pair, found in signed_balance(G).items():
        for actor in pair:
            of = sums.setdefault(actor, [0.0, 0.0])
            of[0] += found.cooperation
            of[1] += found.conflict
    return {actor: Balance(*found).balance for actor, found in sorted(sums.items())}


@dataclass(frozen=True, slots=True)
class Changed:
    """How the weight of a connection differs between two periods."""

    source: str
    target: str
    relation: str
    before: float
    after: float

    @property
    def difference(self) -> float:
        """After less before."""
        return self.after - self.before


def change(before: nx.MultiDiGraph, after: nx.MultiDiGraph) -> list[Changed]:
    """Return the connections whose weight differs between two projections, the greatest difference first."""
    old, new = _weights(before), _weights(after)
    found = [
        Changed(*edge, old.get(edge, 0.0), new.get(edge, 0.0))
        for edge in old.keys() | new.keys()
        if old.get(edge, 0.0) != new.get(edge, 0.0)
    ]
    return sorted(found, key=_by_difference)


MEASURES: Mapping[str, Callable[..., Mapping[str, float]]] = {
    "degree": degree,
    "weighted-degree": weighted_degree,
    "pagerank": pagerank,
    "betweenness": betweenness,
    "brokers": brokers,
    "communities": communities,
    "balance": actor_balance,
}
WITH_ENGINES = frozenset({"pagerank", "betweenness", "brokers", "communities"})
# Of these the low ones are those that are looked for.
LOWEST_FIRST = frozenset({"brokers", "communities"})


def measure(G: nx.MultiDiGraph, name: str, *, engine: Engine = "networkx") -> Mapping[str, float]:  # noqa: N803
    """Return a measure of each actor by its name in `MEASURES`."""
    options: dict[str, Any] = {"engine": engine} if name in WITH_ENGINES else {}
    return MEASURES[name](G, **options)


def _weights(G: nx.MultiDiGraph) -> Counter[tuple[str, str, str]]:  # noqa: N803
    return Counter(
        {(u, v, str(key)): data.get("weight", 1) for u, v, key, data in G.edges(keys=True, data=True)}
    )


def _by_size(nodes: list[str]) -> tuple[int, list[str]]:
    return -len(nodes), nodes


def _by_difference(found: Changed) -> tuple[float, str, str, str]:
    return -abs(found.difference), found.source, found.target, found.relation
