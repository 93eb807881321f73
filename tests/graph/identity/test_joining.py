"""Joining along edges: what is to stay apart does, whatever the order, and nothing else is left out."""

import random

from hypothesis import given
from hypothesis import strategies as st

from graph.identity.joining import Apart, Edge, Groups, join


def joined(
    edges: list[tuple[str, str]], aparts: list[tuple[str, str]]
) -> tuple[set[frozenset[str]], set[str]]:
    groups: Groups[str] = Groups()
    given_edges = [Edge(one, other, f"{one}{other}") for one, other in edges]
    out = join(groups, given_edges, [Apart(one, other, f"{one}|{other}") for one, other in aparts])
    nodes = sorted({node for pair in (*edges, *aparts) for node in pair})
    found = {frozenset(each for each in nodes if groups.joined(each, node)) for node in nodes}
    return found, {edge.because or "" for edge, _ in out}


def test_a_chain_is_one_group() -> None:
    assert joined([("a", "b"), ("b", "c")], []) == ({frozenset("abc")}, set())


def test_all_edges_on_the_way_between_two_that_are_apart_are_left_out() -> None:
    groups, out = joined([("a", "b"), ("b", "c"), ("c", "d"), ("b", "x"), ("d", "y")], [("a", "d")])
    assert out == {"ab", "bc", "cd"}
    assert groups == {frozenset("a"), frozenset("bx"), frozenset("c"), frozenset("dy")}


def test_a_way_around_is_a_way() -> None:
    _, out = joined([("a", "b"), ("b", "d"), ("a", "c"), ("c", "d"), ("d", "e")], [("a", "d")])
    assert out == {"ab", "bd", "ac", "cd"}


def test_what_is_said_directly_leaves_other_ways_alone() -> None:
    groups, out = joined([("a", "b"), ("b", "c")], [("a", "b")])
    assert out == {"ab"}
    assert groups == {frozenset("a"), frozenset("bc")}


def test_what_was_joined_before_stays() -> None:
    groups: Groups[str] = Groups()
    groups.join("a", "b")
    assert join(groups, [Edge("b", "c")], [Apart("a", "b")]) == []
    assert groups.joined("a", "c")


def test_who_is_against_it_is_said() -> None:
    groups: Groups[str] = Groups()
    edges = [Edge("a", "b", "1"), Edge("b", "c", "2")]
    assert join(groups, edges, [Apart("a", "c", "3")]) == [(edges[0], {"3"}), (edges[1], {"3"})]


NODES = st.sampled_from("abcdefg")
PAIRS = st.lists(st.tuples(NODES, NODES).filter(lambda pair: pair[0] != pair[1]), max_size=12, unique=True)


@given(edges=PAIRS, aparts=PAIRS, seed=st.integers(0, 99))
def test_nothing_that_is_apart_is_joined_and_order_does_not_matter(
    edges: list[tuple[str, str]], aparts: list[tuple[str, str]], seed: int
) -> None:
    groups, out = joined(edges, aparts)
    for one, other in aparts:
        assert not any({one, other} <= group for group in groups)
    mixed = [(b, a) if random.Random(seed).random() < 0.5 else (a, b) for a, b in edges]
    random.Random(seed).shuffle(mixed)
    others = random.Random(seed + 1).sample(aparts, len(aparts))
    again, _ = joined(mixed, others)
    assert again == groups
    if not aparts:
        assert out == set()
