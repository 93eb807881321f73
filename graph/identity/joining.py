"""Joining nodes along edges, but for the edges that would join what is to stay apart."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)
Because = frozenset[str]  # ids of judgements


@dataclass(frozen=True, slots=True)
class Edge(Generic[Node]):
    """That two nodes are to be joined, and by which judgement; None where they are by default."""

    one: Node
    other: Node
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Apart(Generic[Node]):
    """That two nodes are to stay apart, and by which judgement; None where that needs none."""

    one: Node
    other: Node
    because: str | None = None


@dataclass(slots=True)
class Groups(Generic[Node]):
    """Nodes, joined into groups."""

    _above: dict[Node, Node] = field(default_factory=dict)

    def of(self, node: Node) -> Node:
        """Return the node that stands for the group of this one."""
        above = self._above
        root = node
        while root in above:
            root = above[root]
        while node in above:
            above[node], node = root, above[node]
            if node == root:
                break
        return root

    def join(self, one: Node, other: Node) -> None:
        """Make the groups of both one."""
        first, second = self.of(one), self.of(other)
        if first != second:
            self._above[second] = first

    def joined(self, one: Node, other: Node) -> bool:
        """Return whether both are in one group."""
        return self.of(one) == self.of(other)


def join(
    groups: Groups[Node], edges: Iterable[Edge[Node]], aparts: Iterable[Apart[Node]]
) -> list[tuple[Edge[Node], set[str]]]:
    """Join along the edges, leaving out each that lies on a way between two nodes that are to stay apart.

    All such edges are left out and not the fewest or the last of them, for nothing says which is wrong; so the
    order of the edges does not matter. Two that were joined before stay so.

    Returns:
        The edges left out, and the judgements against each.

    """
    left_out: dict[Edge[Node], set[str]] = {}
    aparts = [each for each in aparts if not groups.joined(each.one, each.other)]
    given = []
    for edge in edges:
        # What two say of each other outweighs what follows for them from a way around.
        direct = [each for each in aparts if _between(groups, edge, each)]
        if direct:
            left_out[edge] = {each.because for each in direct if each.because}
        else:
            given.append(edge)
    for edge, because in _on_the_way(groups, given, aparts):
        left_out.setdefault(edge, set()).update(because)
    for edge in given:
        if edge not in left_out:
            groups.join(edge.one, edge.other)
    return list(left_out.items())


def _between(groups: Groups[Node], edge: Edge[Node], apart: Apart[Node]) -> bool:
    return {groups.of(edge.one), groups.of(edge.other)} == {groups.of(apart.one), groups.of(apart.other)}


def _on_the_way(
    groups: Groups[Node], edges: list[Edge[Node]], aparts: list[Apart[Node]]
) -> Iterable[tuple[Edge[Node], set[str]]]:
    """Yield the edges that lie on a way, without detours, between two groups that are to stay apart."""
    would: Groups[Node] = Groups()
    for edge in edges:
        would.join(groups.of(edge.one), groups.of(edge.other))
    broken = [
        (groups.of(each.one), groups.of(each.other), each.because)
        for each in aparts
        if would.joined(groups.of(each.one), groups.of(each.other))
    ]
    if not broken:
        return
    yield from _blocks(edges, broken, groups.of)


def _blocks(
    edges: list[Edge[Node]],
    broken: list[tuple[Node, Node, str | None]],
    of: Callable[[Node], Node],
) -> Iterable[tuple[Edge[Node], set[str]]]:
    # Only where judgements contradict each other: to load the library takes longer than most derivations.
    import networkx as nx

    plain = nx.Graph((of(edge.one), of(edge.other)) for edge in edges)
    for one, other, because in broken:
        # With an edge between the two, the ways between them are the circles through that edge: its block.
        closed = plain.subgraph(nx.node_connected_component(plain, one)).copy()
        closed.add_edge(one, other)
        block: set[Node] = next(
            set(each) for each in nx.biconnected_components(closed) if one in each and other in each
        )
        for edge in edges:
            if of(edge.one) != of(edge.other) and {of(edge.one), of(edge.other)} <= block:
                yield edge, {because} if because else set()
