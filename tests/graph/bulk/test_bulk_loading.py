"""The bulk loader writes the graph that the loader writes, in batches of any size, and goes on where it stopped."""

import pytest

from graph import backup, loading, rebuilding, writing_out
from graph.bulk import loading as bulk
from graph.bulk import removing
from graph.bulk.staging import Stage
from graph.bulk.staging_lines import stage_extraction
from graph.errors import NotFoundError, StoreError
from graph.ids import sha256
from graph.jsonl import to_line
from graph.loading import load_extraction, remove_article
from graph.model import Extraction
from graph.outcomes import Outcome
from graph.store import Store
from tests.graph.building import ARNOR, GONDOR, MORDOR, article, claim, extraction, statement
from tests.graph.bulk.world import lines
from tests.graph.test_loading import edges, picture

pytestmark = pytest.mark.neo4j


def load_in_bulk(store: Store, line: Extraction) -> Outcome:
    with Stage() as stage:
        stage_extraction(stage, line)
        stage.complete()
        return bulk.load(store, stage, line_sha256=sha256(to_line(line)))


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_ACTORS", "_CLAIMS", "_LINKS"):
        monkeypatch.setattr(bulk, name, 1)
    monkeypatch.setattr(removing, "_CLAIMS", 1)
    monkeypatch.setattr(removing, "_MENTIONS", 1)


def test_it_writes_what_the_loader_writes(store: Store, small_batches: None) -> None:
    for line in lines():
        load_extraction(store, line)
    expected = picture(store)
    for line in lines():
        remove_article(store, line.article.id)
    for line in reversed(lines()):
        assert load_in_bulk(store, line).state == "new"
    assert picture(store) == expected
    rebuilding.rebuild(store)
    assert picture(store) == expected


def test_loading_twice_changes_nothing(store: Store) -> None:
    line = lines()[0]
    load_in_bulk(store, line)
    before = picture(store)
    assert load_in_bulk(store, line).state == "unchanged"
    assert load_extraction(store, line).state == "unchanged"
    assert picture(store) == before


def test_removal_in_batches_takes_exactly_what_was_brought(store: Store, small_batches: None) -> None:
    rest = lines()[1:]
    for line in rest:
        load_extraction(store, line)
    before = picture(store)
    load_in_bulk(store, lines()[0])
    removed = removing.remove(store, "denials")
    assert (removed.claims, removed.quotations) == (2, 2)
    assert picture(store) == before
    with pytest.raises(NotFoundError, match="no article with id 'denials'"):
        removing.remove(store, "denials")


def many() -> Extraction:
    text = "Arnor and Gondor did this and that to Mordor."
    claims = tuple(
        claim(text, source, relation, MORDOR, date=f"2026-01-{day:02}")
        for source in (ARNOR, GONDOR)
        for relation in ("ATTACKED", "MET_WITH", "OTHER")
        for day in range(1, 8)
    )
    numbered = tuple(
        claim(text, ARNOR, each.relation, MORDOR, id=f"{at}", date=each.date)
        for at, each in enumerate(claims)
    )
    return extraction(article("many", text), (ARNOR, GONDOR, MORDOR), numbered)


class _Interrupted(Exception):  # noqa: N818 - it is no error of ours
    pass


@pytest.mark.parametrize("after", range(1, 8))
def test_an_interrupted_load_goes_on_where_it_stopped(store: Store, small_batches: None, after: int) -> None:
    def stop(_: int) -> None:
        nonlocal after
        after -= 1
        if not after:
            raise _Interrupted

    line = many()
    with Stage() as stage:
        stage_extraction(stage, line)
        stage.complete()
        with pytest.raises(_Interrupted):
            bulk.load(store, stage, line_sha256=sha256(to_line(line)), advance=stop)
    half = picture(store)
    rebuilding.rebuild(store)
    assert picture(store) == half, "every batch is whole"
    assert list(writing_out.extractions(store)) == [], "what is not whole is not written out"
    assert load_in_bulk(store, line).state == "new"
    found = picture(store)
    remove_article(store, "many")
    load_extraction(store, line)
    assert picture(store) == found


def test_a_line_replaces_an_article_that_was_never_whole(store: Store, small_batches: None) -> None:
    with Stage() as stage:
        stage_extraction(stage, many())
        stage.complete()

        def stop(_: int) -> None:
            raise _Interrupted

        with pytest.raises(_Interrupted):
            bulk.load(store, stage, line_sha256="x", advance=stop)
    load_extraction(store, statement("many", ARNOR, "PRAISED", GONDOR))
    assert set(edges(store)) == {("Arnor", "PRAISED", "Gondor")}


def test_a_removal_meanwhile_stops_the_load(store: Store, small_batches: None) -> None:
    def remove(_: int) -> None:
        if store.read("bulk/article_state", article="many"):
            remove_article(store, "many")

    with Stage() as stage:
        stage_extraction(stage, many())
        stage.complete()
        with pytest.raises(StoreError, match="was removed or replaced while it was loaded"):
            bulk.load(store, stage, line_sha256="x", advance=remove)
    assert picture(store) == []
