"""Measures on small graphs worked out by hand, and both engines on random ones."""

import doctest
import random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis import measures
from graph.analysis.measures import Balance, Changed


def world(*edges: tuple[str, str, str, int, float]) -> nx.MultiDiGraph:
    """Return a projection of source, relation, target, quad class and weight."""
    G = nx.MultiDiGraph()  # noqa: N806 - as networkx has it
    for source, relation, target, quad, weight in edges:
        symmetric = relation == "MET_WITH"
        G.add_edge(source, target, key=relation, quad_class=quad, weight=weight, symmetric=symmetric)
    return G


# Two triangles that b–e holds together.
TWO = world(
    ("a", "MET_WITH", "b", 1, 2),
    ("b", "PRAISED", "c", 1, 1),
    ("c", "PRAISED", "a", 1, 1),
    ("b", "ATTACKED", "e", 4, 3),
    ("e", "ATTACKED", "b", 4, 1),
    ("e", "MET_WITH", "f", 1, 1),
    ("f", "PRAISED", "g", 1, 1),
    ("g", "ACCUSED", "e", 3, 1),
)


def test_the_examples_in_the_docstrings() -> None:
    assert doctest.testmod(measures).failed == 0


def test_degrees() -> None:
    assert measures.degree(TWO) == {"a": 2, "b": 3, "c": 2, "e": 3, "f": 2, "g": 2}
    assert measures.weighted_degree(TWO) == {"a": 3, "b": 7, "c": 2, "e": 6, "f": 2, "g": 2}


def test_bridges_and_betweenness() -> None:
    assert measures.bridges(TWO) == [("b", "e")]
    found = measures.betweenness(TWO)
    # Of the ten pairs of others, six go through b: a and c with e, f and g.
    assert found["b"] == pytest.approx(0.6)
    assert found["a"] == 0


def test_brokers_have_little_constraint() -> None:
    found = measures.brokers(world(("a", "MET_WITH", "b", 1, 1), ("b", "MET_WITH", "c", 1, 1)))
    # b spends half of its ties on each of two who do not know each other: twice a half squared.
    assert found == pytest.approx({"a": 1.0, "b": 0.5, "c": 1.0})


def test_communities() -> None:
    # One for each pair: by their weights b and e belong together.
    once = {tuple(sorted((u, v))): (u, key, v, 1, 1.0) for u, v, key in TWO.edges(keys=True)}
    found = measures.communities(world(*once.values()))
    assert found["a"] == found["b"] == found["c"]
    assert found["e"] == found["f"] == found["g"] != found["a"]


def test_pagerank_goes_to_whom_others_act_on() -> None:
    found = measures.pagerank(world(("a", "PRAISED", "c", 1, 1), ("b", "PRAISED", "c", 1, 1)))
    assert found["c"] > found["a"] == found["b"]
    assert sum(found.values()) == pytest.approx(1)


def test_reciprocity_leaves_out_what_has_no_direction() -> None:
    # b–e goes both ways, b–c, c–a, f–g and g–e one.
    assert measures.reciprocity(TWO) == pytest.approx(2 / 6)
    assert measures.reciprocity(world(("a", "MET_WITH", "b", 1, 1))) == 0


def test_balance() -> None:
    found = measures.signed_balance(TWO)
    assert found["b", "e"] == Balance(0, 4)
    assert (found["b", "e"].balance, found["a", "b"].balance) == (-1, 1)
    assert measures.actor_balance(TWO)["b"] == pytest.approx((3 - 4) / 7)
    assert Balance(0, 0).balance == 0


def test_change() -> None:
    before = world(("a", "PRAISED", "b", 1, 2), ("a", "ATTACKED", "c", 4, 1))
    after = world(("a", "PRAISED", "b", 1, 5), ("a", "ATTACKED", "c", 4, 1), ("c", "ACCUSED", "a", 3, 1))
    assert measures.change(before, after) == [
        Changed("a", "b", "PRAISED", 2, 5),
        Changed("c", "a", "ACCUSED", 0, 1),
    ]


def test_an_empty_graph_has_measures() -> None:
    empty = nx.MultiDiGraph()
    for engine in measures.ENGINES:
        assert all(measures.measure(empty, name, engine=engine) == {} for name in measures.MEASURES)
        assert measures.bridges(empty, engine=engine) == []
    assert measures.reciprocity(empty) == 0


RANDOM = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"), st.sampled_from(["MET_WITH", "PRAISED"]), st.integers(1, 9)),
    min_size=1,
    max_size=30,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(RANDOM)
def test_both_engines_agree(edges: list[tuple[str, str, str, int]]) -> None:
    G = world(*((source, relation, target, 1, weight) for source, target, relation, weight in edges))  # noqa: N806
    for name in ("pagerank", "betweenness", "brokers"):
        one, other = (measures.measure(G, name, engine=engine) for engine in measures.ENGINES)
        assert one == pytest.approx(other, abs=1e-6), name
    assert measures.bridges(G) == measures.bridges(G, engine="igraph")


def test_communities_of_both_engines_are_about_as_good() -> None:
    order = random.Random(7)
    edges: list[tuple[str, str, int]] = []
    for group in range(4):
        members = [f"{group}{at}" for at in range(8)]
        edges += [(members[order.randrange(8)], members[order.randrange(8)], 3) for _ in range(30)]
    edges += [(f"{order.randrange(4)}0", f"{order.randrange(4)}1", 1) for _ in range(4)]
    G = world(*((u, "PRAISED", v, 1, weight) for u, v, weight in edges))  # noqa: N806
    found = [measures.communities(G, engine=engine) for engine in measures.ENGINES]
    again = [measures.communities(G, engine=engine) for engine in measures.ENGINES]
    assert found == again
    for each in found:
        assert max(each.values()) == 3
        assert all(
            len({each[f"{group}{at}"] for at in range(8) if f"{group}{at}" in each}) == 1
            for group in range(4)
        )
