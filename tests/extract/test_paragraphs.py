"""Which lines of an article are prose, and where they stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.paragraphs import paragraphs


def prose(text: str) -> list[str]:
    return [each.text for each in paragraphs(text) if each.kind == "prose"]


def test_lines_are_paragraphs_and_spaces_plain() -> None:
    assert prose("Arnor\u00a0met Gondor.\r\n\r\nThey talked.\u2028The end.") == [
        "Arnor met Gondor.",
        "They talked.",
        "The end.",
    ]


@pytest.mark.parametrize(
    "line",
    ["SHARE THIS ARTICLE", "www.example.org", "Read more: what happened next.", "© 2026 Courier. All rights reserved.",
     "The site can also be accessed at the following addresses:", "Subscribe to our newsletter."],
)  # fmt: skip
def test_boilerplate_is_left_out(line: str) -> None:
    assert prose(f"Arnor met Gondor.\n{line}\nThey talked.") == ["Arnor met Gondor.", "They talked."]


@pytest.mark.parametrize(
    "dateline",
    [
        "WASHINGTON, Jan 29 - ",
        "LONDON, March 3 (Reuters) - ",
        "Berlin (AP) — ",
        "NEW YORK — ",
        "Oslo, 2 May 2026 – ",
    ],
)
def test_datelines_are_cut_and_offsets_kept(dateline: str) -> None:
    text = f"{dateline}Arnor met Gondor on Monday."
    (only,) = paragraphs(text)
    assert only.text == "Arnor met Gondor on Monday."
    assert text[only.start :] == only.text


@pytest.mark.parametrize(
    "text", ["Iran - Israel talks failed, he said.", "Trump — who met Carney — left.", "Arnor met Gondor."]
)
def test_what_is_no_dateline_stays(text: str) -> None:
    assert prose(text) == [text]


def test_captions_and_headlines_make_no_claims_but_are_read_for_names() -> None:
    text = (
        "Gondor warns Mordor over border\nFile photo shows Boromir in Osgiliath.\nArnor met Gondor on Monday."
    )
    assert [each.kind for each in paragraphs(text)] == ["headline", "caption", "prose"]


@settings(deadline=None)  # how busy the machine is says nothing of the program
@given(st.text())
def test_every_paragraph_is_a_stretch_of_the_text(text: str) -> None:
    for each in paragraphs(text):
        assert each.start >= 0
        assert each.start + len(each.text) <= len(text)
        assert each.text.strip()
