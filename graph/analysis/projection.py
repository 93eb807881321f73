"""What is measured: the claims that count, and by what a connection weighs.

A projection is a `networkx.MultiDiGraph` of all actors that have a selected connection: nodes are actor ids with
`name`, `kind`, `country`, `article_count`; an edge a source, target and relation, its key the relation, with the fields
of `graph.selection.connections`, and `weight`. `G.graph` says by its key `projection` what was selected.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

import networkx as nx

from graph import ontology, selection
from graph.selection import Selection
from graph.store import Store

Weight = Literal["claims", "articles", "publishers", "one"]
WEIGHTS: tuple[Weight, ...] = get_args(Weight)
_WEIGHTS = {"claims": "claim_count", "articles": "article_count", "publishers": "publisher_count"}
_PROPERTIES = ("name", "kind", "country", "sector", "wikidata", "article_count")


@dataclass(frozen=True, slots=True)
class Projection:
    """Which claims count, and by what a connection weighs: its claims, articles, publishers, or one."""

    selection: Selection = field(default_factory=Selection)
    weight: Weight = "claims"

    def __str__(self) -> str:
        return f"{self.selection}; weight {self.weight}"


def project(
    store: Store, projection: Projection, *, advance: Callable[[int], None] | None = None
) -> nx.MultiDiGraph:
    """Return the projected graph, without actors that have no connection in it."""
    G = nx.MultiDiGraph(projection=str(projection))  # noqa: N806 - as networkx has it
    relations = ontology.load().relations
    for row in selection.connections(store, projection.selection):
        edge: dict[str, Any] = {**row, "quad_class": relations[row["relation"]].quad}
        del edge["source"], edge["target"]
        edge["weight"] = row[_WEIGHTS[projection.weight]] if projection.weight in _WEIGHTS else 1
        G.add_edge(row["source"], row["target"], key=row["relation"], **edge)
        if advance is not None:
            advance(1)
    for actor in selection.actors(store):
        if actor["id"] in G:
            G.nodes[actor["id"]].update(
                {name: actor[name] for name in _PROPERTIES if actor[name] is not None}
            )
    return G


def directed(G: nx.MultiDiGraph) -> nx.DiGraph:  # noqa: N803 - as networkx has it
    """Return the graph with one edge from a source to a target; a symmetric relation goes both ways."""
    made = nx.DiGraph()
    made.add_nodes_from(sorted(G))
    for u, v, data in G.edges(data=True):
        ways = [(u, v), (v, u)] if data.get("symmetric") else [(u, v)]
        for source, target in ways:
            before = made.get_edge_data(source, target, {"weight": 0})["weight"]
            made.add_edge(source, target, weight=before + data.get("weight", 1))
    return made


def undirected(G: nx.MultiDiGraph) -> nx.Graph:  # noqa: N803
    """Return the graph with one edge between two actors, of the sum of the weights; no loops."""
    made = nx.Graph()
    made.add_nodes_from(sorted(G))
    for u, v, data in G.edges(data=True):
        if u != v:
            before = made.get_edge_data(u, v, {"weight": 0})["weight"]
            made.add_edge(u, v, weight=before + data.get("weight", 1))
    return made
