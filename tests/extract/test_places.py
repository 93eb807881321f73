"""Capitals that act are governments, capitals that locate are places; claims say where they happened."""

import pytest

from extract.pipeline import Extractor
from tests.extract.test_constructions import extracted


def parties_and_place(extractor: Extractor, text: str, relation: str) -> tuple[str, str | None, str | None]:
    """Return the names of source, target and place of the one claim of that relation."""
    extraction = extracted(extractor, text)
    names: dict[str | None, str | None] = {None: None, **{each.id: each.name for each in extraction.actors}}
    claim = next(each for each in extraction.claims if each.relation == relation)
    return str(names[claim.source]), names[claim.target], names[claim.place]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        ("Moscow accused Ukraine.", "ACCUSED", ("Russia", "Ukraine", None)),
        ("Angela Merkel met Joe Biden in Moscow.", "MET_WITH", ("Angela Merkel", "Joe Biden", "Moscow")),
        ("Angela Merkel flew to Moscow.", "VISITED", ("Angela Merkel", "Moscow", None)),
        ("France held talks in Geneva with Iran.", "MET_WITH", ("France", "Iran", "Geneva")),
        ("Germany arrested Peter Novak in Iran.", "ARRESTED", ("Germany", "Peter Novak", "Iran")),
        ("Germany sent a warning to Moscow.", "WARNED", ("Germany", "Russia", None)),
    ],
)
def test_where_a_name_stands_says_whether_it_acts_or_locates(
    extractor: Extractor, text: str, relation: str, expected: tuple[str, str | None, str | None]
) -> None:
    assert parties_and_place(extractor, text, relation) == expected
