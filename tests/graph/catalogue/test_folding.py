"""Names are compared without what outlets write or leave out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.catalogue.folding import folded, surnames


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("J. D. Vance", "J.D. Vance"),
        ("JD Vance", "J.D. Vance"),
        ("Jonas Gahr Støre", "jonas gahr store"),
        ("Mariusz Błaszczak", "Mariusz Blaszczak"),
        ("Gideon Sa’ar", "Gideon Saar"),
        ("Moon Jae-in", "Moon Jae In"),
        ("STRASSE", "Straße"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_other_names_stay_apart() -> None:
    assert len({folded(each) for each in ("Ali Khan", "Aly Khan", "Ali Khanna", "Alik Han")}) == 4


@given(st.text(max_size=60))
def test_folding_again_changes_nothing(name: str) -> None:
    assert folded(folded(name)) == folded(name)


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Donald Trump", "US", ("Trump",)),
        ("Ursula von der Leyen", "DE", ("von der Leyen", "Leyen")),
        ("Xi Jinping", "CN", ("Jinping", "Xi")),
        ("Ferdinand Marcos Jr.", "PH", ("Marcos",)),
        ("Akihito", "JP", ()),
    ],
)
def test_surnames(name: str, country: str, expected: tuple[str, ...]) -> None:
    assert surnames(name, country) == expected
