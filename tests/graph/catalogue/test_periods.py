"""Whether a term covers a date, and how sure that is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.catalogue.periods import covers, period


@pytest.mark.parametrize(
    ("on", "start", "end", "known_until", "expected"),
    [
        ("2018-06-01", "2017-01-20", "2021-01-20", None, "certain"),
        ("2021-01-20", "2017-01-20", "2021-01-20", None, "possible"),  # the day of the handover is of both
        ("2017-01-20", "2017-01-20", "2021-01-20", None, "possible"),
        ("2021-01-21", "2017-01-20", "2021-01-20", None, None),
        ("2015-03-01", "2015", "2019", None, "possible"),  # it may have begun in May
        ("2016", "2015", "2019", None, "certain"),
        ("2019", "2017-01-20", "2019-05-01", None, "possible"),
        ("2025-01-01", "2020-01-01", None, "2025-06", "certain"),
        ("2025-11-01", "2020-01-01", None, "2025-06", "possible"),
        ("2026-03-01", "2020-01-01", None, "2025-06", None),
        ("2020-06-01", "2020-01-01", None, None, "possible"),
        ("2022-06-01", "2020-01-01", None, None, None),
        ("2020-01-01", None, "2021-01-01", None, None),
    ],
)
def test_covers(
    on: str, start: str | None, end: str | None, known_until: str | None, expected: str | None
) -> None:
    assert covers(period(on), start, end, known_until) == expected


@pytest.mark.parametrize("text", ["", "19", "2019-13", "2019-02-30", "2014s", "May 2019", "0000"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        period(text)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 4000), st.integers(-500, 4500))
def test_two_who_follow_each_other_are_never_both_certain(start: date, length: int, shift: int) -> None:
    handover = start + timedelta(days=length)
    on = period((start + timedelta(days=shift)).isoformat())
    first = covers(on, start.isoformat(), handover.isoformat(), None)
    second = covers(on, handover.isoformat(), None, "2100-01-01")
    assert not (first == "certain" and second is not None)
    assert not (second == "certain" and first is not None)
