"""Questions from the command line: what a ready query needs and what it may be given."""

import pytest

from graph import asking
from graph.errors import InputError


def test_a_ready_query_names_what_it_needs() -> None:
    with pytest.raises(InputError, match="@shortest_path needs from, to; give --param from=…"):
        asking.question("@shortest_path", {})
    with pytest.raises(InputError, match="@shortest_path needs to; give --param to=…"):
        asking.question("@shortest_path", {"from": "Iran"})


def test_what_a_ready_query_asks_for_being_null_may_be_left_out() -> None:
    question = asking.question("@contested", {})
    assert question.parameters == {"actor": None, "rating": None}
    assert question.ready


def test_free_text_is_not_taken_for_a_query_of_ours() -> None:
    assert not asking.question("MATCH (a:Actor) RETURN a.name", {}).ready
