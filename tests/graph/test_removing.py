"""Removing many articles at once: what was chosen and nothing else, after showing what would go."""

import pytest

from graph import removing
from graph.errors import InputError, NotFoundError
from graph.loading import load_extraction
from graph.removing import Choice
from graph.store import Store
from tests.graph.building import ARNOR, FARAMIR, GONDOR, MORDOR, article, claim, extraction, statement
from tests.graph.test_loading import picture

pytestmark = pytest.mark.neo4j


@pytest.fixture
def told(store: Store) -> Store:
    load_extraction(
        store, statement("a", ARNOR, "ATTACKED", MORDOR, date="2026-03-02", published="2026-03-02")
    )
    load_extraction(store, statement("b", ARNOR, "ATTACKED", MORDOR, date="2026-03-02", publisher="Herald", published="2026-03-05"))  # fmt: skip
    load_extraction(store, statement("c", FARAMIR, "MET_WITH", GONDOR, publisher="Herald", published="2026-03-09"))  # fmt: skip
    text = "Arnor praised Gondor."
    about = article("d", text, extractor="test 2 small", published=None, publisher=None)
    load_extraction(store, extraction(about, (ARNOR, GONDOR), (claim(text, ARNOR, "PRAISED", GONDOR),)))
    return store


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(ids=("c", "a")), ["a", "c"]),
        (Choice(publisher="Herald"), ["b", "c"]),
        (Choice(date_from="2026-03-05"), ["b", "c"]),
        (Choice(date_to="2026-03-05"), ["a"]),
        (Choice(date_from="2026-03-02", date_to="2026-03-09", publisher="Herald"), ["b"]),
        (Choice(extractor="test 2"), ["d"]),
        (Choice(extractor="test 2 small"), ["d"]),
        (Choice(extractor="test"), ["a", "b", "c", "d"]),
        (Choice(extractor="tes"), []),
        (Choice(publisher="Gazette"), []),
    ],
)
def test_which_are_meant(told: Store, choice: Choice, expected: list[str]) -> None:
    assert [row["id"] for row in removing.chosen(told, choice)] == expected


def test_what_would_go_is_shown_and_is_what_goes(told: Store) -> None:
    before = picture(told)
    chosen = removing.chosen(told, Choice(publisher="Herald"))
    assert [(row["id"], row["claims"], row["published"]) for row in chosen] == [
        ("b", 1, "2026-03-05"),
        ("c", 1, "2026-03-09"),
    ]
    # The attack is told by another too, and so are its parties.
    effect = removing.effect(told, chosen)
    assert dict(effect) == {"articles": 2, "claims": 2, "quotations": 0, "events": 1, "actors": 1}
    assert picture(told) == before
    removed = removing.remove(told, chosen, advance=lambda _: None)
    assert [each.article_id for each in removed] == ["b", "c"]
    assert removing.remove(told, chosen, advance=lambda _: None) == []
    assert removing.chosen(told, Choice(publisher="Herald")) == []
    load_extraction(told, statement("b", ARNOR, "ATTACKED", MORDOR, date="2026-03-02", publisher="Herald", published="2026-03-05"))  # fmt: skip
    load_extraction(told, statement("c", FARAMIR, "MET_WITH", GONDOR, publisher="Herald", published="2026-03-09"))  # fmt: skip
    assert picture(told) == before


def test_what_is_not_said_or_not_there_is_refused(told: Store) -> None:
    with pytest.raises(InputError, match="say which articles"):
        removing.chosen(told, Choice())
    with pytest.raises(NotFoundError, match="no article with id 'z'"):
        removing.chosen(told, Choice(ids=("a", "z")))
