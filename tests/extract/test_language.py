"""Articles that are not in English are recognised, and nothing else is."""

import pytest

from extract.language import foreign_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Bundeskanzler traf am Montag in Berlin den französischen Präsidenten zu langen Gesprächen über die Lage in Europa.", "de"),
        ("Le président a rencontré lundi à Paris le chancelier allemand pour de longues discussions sur la situation en Europe.", "fr"),
        ("Президент встретился в понедельник с канцлером.", "ru"),
        ("The president met the German chancellor in Paris on Monday for long talks on the situation in Europe.", None),
        ("Nyet.", None),
        ("12 34 !!", None),
    ],
)  # fmt: skip
def test_language(text: str, language: str | None) -> None:
    assert foreign_language(text) == language
