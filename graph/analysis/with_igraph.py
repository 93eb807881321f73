"""The costly measures by igraph, on the same plain networkx graphs and with the same results.

Needs the extra `analysis`.
"""

import random
from typing import Any

import networkx as nx

from graph.errors import ExtraMissingError

try:
    import igraph
except ImportError as error:  # pragma: no cover - the tests have it
    raise ExtraMissingError("this needs igraph: pip install 'newsgraph[analysis]'") from error


def pagerank(D: nx.DiGraph) -> dict[str, float]:  # noqa: N803 - as networkx has it
    """Return what `nx.pagerank` does."""
    made, names = _made(D)
    return dict(zip(names, made.pagerank(damping=0.85, weights="weight"), strict=True))


def betweenness(U: nx.Graph) -> dict[str, float]:  # noqa: N803
    """Return what `nx.betweenness_centrality` does."""
    made, names = _made(U)
    others = len(names) - 1
    pairs = others * (others - 1) / 2
    return {
        name: found / pairs if pairs else 0.0 for name, found in zip(names, made.betweenness(), strict=True)
    }


def bridges(U: nx.Graph) -> list[tuple[str, str]]:  # noqa: N803
    """Return what `nx.bridges` does."""
    made, names = _made(U)
    return [(names[made.es[each].source], names[made.es[each].target]) for each in made.bridges()]


def brokers(U: nx.Graph) -> dict[str, float]:  # noqa: N803
    """Return what `nx.constraint` does."""
    made, names = _made(U)
    return {
        name: found
        for name, found in zip(names, made.constraint(weights="weight"), strict=True)
        if found == found  # noqa: PLR0124 - not a number
    }


def communities(U: nx.Graph, *, seed: int) -> list[list[str]]:  # noqa: N803
    """Return communities as Louvain finds them."""
    made, names = _made(U)
    igraph.set_random_number_generator(random.Random(seed))  # noqa: S311 - no secret
    try:
        found = made.community_multilevel(weights="weight")
    finally:
        igraph.set_random_number_generator(random)
    return [[names[at] for at in each] for each in found]


def _made(graph: nx.Graph) -> tuple[Any, list[str]]:
    names = list(graph)
    places = {name: at for at, name in enumerate(names)}
    edges = [(places[u], places[v]) for u, v in graph.edges()]
    made = igraph.Graph(n=len(names), edges=edges, directed=graph.is_directed())
    made.es["weight"] = [weight for _, _, weight in graph.edges(data="weight")]
    return made, names
