"""Which claims are of one event: by hand, and the law that only what is near in time can change it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.events import reach
from graph.events.grouping import Slot, anchor, group
from graph.events.places import Place

GAZA, RAFAH = Place("Q39760", "PS", whole=False), Place("place:rafah", "PS", whole=False)
LAND, TOWN = Place("Q219060", "PS", whole=True), Place("place:town", None, whole=False)


def events(*slots: str | Slot) -> list[set[str]]:
    """Return which moments are of one event, in order; slots without a place may be given by their moment."""
    found = group({Slot(each, None) if isinstance(each, str) else each for each in slots})
    return sorted(({slot.moment for slot in each} for each in found), key=sorted)


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        (("day:2026-03-02", "day:2026-03-03"), [{"day:2026-03-02"}, {"day:2026-03-03"}]),
        (("day:2026-03-02", "told:2026-03-05"), [{"day:2026-03-02", "told:2026-03-05"}]),
        (("day:2026-03-02", "told:2026-03-06"), [{"day:2026-03-02"}, {"told:2026-03-06"}]),
        (("day:2026-03-02", "told:2026-03-01"), [{"day:2026-03-02"}, {"told:2026-03-01"}]),
        (("told:2026-03-02", "told:2026-03-03"), [{"told:2026-03-02", "told:2026-03-03"}]),
        (("told:2026-03-02", "told:2026-03-04"), [{"told:2026-03-02"}, {"told:2026-03-04"}]),
        (("told:2026-02-28", "told:2026-03-01"), [{"told:2026-02-28", "told:2026-03-01"}]),
        (("ahead:2026-03-02", "told:2026-03-02"), [{"ahead:2026-03-02"}, {"told:2026-03-02"}]),
        (("denied:2026-03-12", "told:2026-03-02"), [{"denied:2026-03-12", "told:2026-03-02"}]),
        (("denied:2026-03-17", "told:2026-03-02"), [{"denied:2026-03-17"}, {"told:2026-03-02"}]),
        (("denied:2026-03-01", "told:2026-03-02"), [{"denied:2026-03-01"}, {"told:2026-03-02"}]),
        (("month:2026-03", "told:2026-03-02"), [{"month:2026-03", "told:2026-03-02"}]),
        (("month:2026-03", "told:2026-04-02"), [{"month:2026-03"}, {"told:2026-04-02"}]),
        (("year:2026:a", "year:2026:b", "day:2026-03-02"), [{"day:2026-03-02"}, {"year:2026:a"}, {"year:2026:b"}]),
        (("article:a", "article:b"), [{"article:a"}, {"article:b"}]),
    ],
)  # fmt: skip
def test_when(slots: tuple[str, ...], expected: list[set[str]]) -> None:
    assert events(*slots) == expected


def test_a_denial_is_of_what_was_last_told() -> None:
    found = events("told:2026-03-02", "day:2026-03-08", "denied:2026-03-10")
    assert found == [{"day:2026-03-08", "denied:2026-03-10"}, {"told:2026-03-02"}]


def test_what_is_told_for_longer_recurs() -> None:
    days = [f"told:2026-03-0{day}" for day in range(1, 6)]
    assert len(events(*days[:4])) == 1
    assert len(events(*days)) == 5


def test_where() -> None:
    day = "day:2026-03-02"
    assert len(events(Slot(day, GAZA), Slot(day, RAFAH))) == 2
    assert len(events(Slot(day, GAZA), Slot(day, LAND), day)) == 1
    # Neither the country nor nowhere says which of two it was.
    assert len(events(Slot(day, GAZA), Slot(day, RAFAH), Slot(day, LAND))) == 3
    assert len(events(Slot(day, GAZA), Slot(day, RAFAH), day)) == 3
    # Nobody said in which country the town is.
    assert len(events(Slot(day, TOWN), Slot(day, LAND))) == 2
    told = "told:2026-03-03"
    assert len(events(Slot(day, GAZA), Slot(told, GAZA), told)) == 1
    assert len(events(Slot(day, GAZA), Slot(told, RAFAH))) == 2
    # Each would fit, both do not.
    assert len(events(day, Slot(told, GAZA), Slot(told, RAFAH))) == 3


MOMENTS = st.one_of(
    st.builds(
        lambda kind, day: f"{kind}:2026-{day // 28 + 1:02}-{day % 28 + 1:02}",
        st.sampled_from(["day", "day", "told", "told", "denied", "ahead"]),
        st.one_of(st.integers(20, 34), st.integers(0, 80)),
    ),
    st.sampled_from(["month:2026-01", "month:2026-02", "article:a", "article:b", "year:2026:a"]),
)
SLOTS = st.builds(Slot, MOMENTS, st.sampled_from([None, None, None, GAZA, RAFAH, LAND]))


@settings(max_examples=600, deadline=None)
@given(st.sets(SLOTS, max_size=25), SLOTS)
def test_a_claim_changes_only_what_is_in_its_reach(others: set[Slot], come: Slot) -> None:
    before, after = others - {come}, others | {come}
    reached = reach.touched([come.moment])
    near = reach.around(reached)
    read = {s for s in after if s.moment == come.moment or any(each.holds(s.moment) for each in near)}
    old, new, seen = (
        {slot: found for found in group(slots) for slot in found} for slots in (before, after, read)
    )
    for slot in after:
        if slot.moment == come.moment or any(each.holds(slot.moment) for each in reached):
            assert seen[slot] == new[slot], "what is read is enough to tell"
        else:
            assert anchor(old[slot]) == anchor(new[slot]), "what is out of reach stays"
            if old[slot] != new[slot]:
                assert seen[slot] == new[slot], "what loses or gains is read too"


@given(st.sets(SLOTS, max_size=25))
def test_every_claim_is_of_one_event_and_every_event_known_by_itself(slots: set[Slot]) -> None:
    found = group(slots)
    assert sorted(map(repr, (slot for each in found for slot in each))) == sorted(map(repr, slots))
    assert len({anchor(each) for each in found}) == len(found)
