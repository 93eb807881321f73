"""When something happened, as far as the sentence says."""

from datetime import date

import pytest

from extract import dates
from extract.pipeline import Extractor
from tests.extract.test_constructions import extracted


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia attacked Ukraine on Monday.", ("2026-03-02", "day", "relative")),  # published on a Monday
        ("Russia attacked Ukraine on Sunday.", ("2026-03-01", "day", "relative")),
        ("Russia attacked Ukraine yesterday.", ("2026-03-01", "day", "relative")),
        ("Russia attacked Ukraine on February 24, 2022.", ("2022-02-24", "day", "explicit")),
        ("Russia attacked Ukraine in February 2022.", ("2022-02", "month", "explicit")),
        ("Russia attacked Ukraine in 2022.", ("2022", "year", "explicit")),
        ("Russia attacked Ukraine last year.", ("2025", "year", "relative")),
        ("Russia attacked Ukraine in April.", ("2025-04", "month", "relative")),
        ("Russia attacked Ukraine between March and May 2024.", ("2024", "year", "explicit")),
        ("Russia attacked Ukraine from 2016 to 2019.", (None, None, None)),
        ("Russia attacked Ukraine.", (None, None, None)),
    ],
)
def test_dates(extractor: Extractor, text: str, expected: tuple[str | None, ...]) -> None:
    (claim,) = [one for one in extracted(extractor, text).claims if one.relation == "ATTACKED"]
    assert (claim.date, claim.date_precision, claim.date_basis) == expected


def test_next_weekday_of_a_plan() -> None:
    from spacy.lang.en import English

    doc = English()("They meet on Friday.")
    found = [when for _, when in dates._dates(doc[:], date(2026, 3, 2), future=True)]
    assert [when.date for when in found] == ["2026-03-06"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "agreed", "done"),
    [
        ("Turkey agreed on February 22 to cooperate with Iraq.", "2026-02-22", None),
        ("Turkey agreed to cooperate with Iraq on May 22.", None, "2026-05-22"),
    ],
)
def test_the_day_of_an_agreement_is_not_that_of_what_is_agreed(
    extractor: Extractor, text: str, agreed: str | None, done: str | None
) -> None:
    found = {each.relation: each for each in extracted(extractor, text).claims}
    assert (found["COOPERATED_WITH"].status, found["COOPERATED_WITH"].date) == ("planned", done)
    assert agreed is None or found["AGREED_WITH"].date == agreed
