"""The bulk loader writes the graph that the loader writes, in batches of any size, and goes on where it stopped."""

import random
from dataclasses import replace

import pytest

from graph import checking, rebuilding, writing_out
from graph.bulk import loading as bulk
from graph.bulk import removing
from graph.bulk.staging import Stage
from graph.bulk.staging_lines import stage_extraction
from graph.corrections import ledger
from graph.errors import NotFoundError, StoreError
from graph.ids import sha256
from graph.jsonl import to_line
from graph.loading import load_extraction, remove_article
from graph.model import Extraction, Speaker
from graph.outcomes import Outcome
from graph.store import Store
from tests.graph.building import ARNOR, GONDOR, MORDOR, actor, article, claim, extraction, statement
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
    monkeypatch.setattr(bulk, "_MOST", 4)  # so that some ties come in several batches
    monkeypatch.setattr(removing, "_CLAIMS", 1)
    monkeypatch.setattr(removing, "_MENTIONS", 1)


@pytest.mark.usefixtures("small_batches")
def test_it_writes_what_the_loader_writes(store: Store) -> None:
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


@pytest.mark.usefixtures("small_batches")
def test_removal_in_batches_takes_exactly_what_was_brought(store: Store) -> None:
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
    claims = [
        claim(text, source, relation, MORDOR, date=f"2026-01-{day:02}")
        for source in (ARNOR, GONDOR)
        for relation in ("ATTACKED", "MET_WITH", "OTHER")
        for day in range(1, 8)
    ]
    numbered = tuple(replace(each, id=f"{at}") for at, each in enumerate(claims))
    return extraction(article("many", text), (ARNOR, GONDOR, MORDOR), numbered)


def drawn(seed: int) -> Extraction:
    """Return an article with claims that say in many ways when and where something happened."""
    draw = random.Random(seed)
    places = (actor("Osgiliath", "Place", country="GR"), actor("Bree", "Place", country="AR"), GONDOR)
    text = "Arnor and Mordor did this and that."
    dates = ("2026-03-01", "2026-03-02", "2026-03-05", "2026-02", "2026-03", "2026", None)
    claims = []
    for at in range(40):
        source, target = draw.sample((ARNOR, MORDOR), 2)
        made = claim(
            text, source, draw.choice(("ATTACKED", "MET_WITH")), target, id=f"{at}", date=draw.choice(dates),
            status=draw.choice(("asserted", "asserted", "denied", "planned", "possible", "negated")),
            place=draw.choice((None, None, *(place.id for place in places))),
            said_by=draw.choice(((), (Speaker(GONDOR.id, "said"),))), confidence=draw.choice((0.5, 0.9)),
        )  # fmt: skip
        claims.append(made)
    return extraction(article(f"drawn {seed}", text), (ARNOR, MORDOR, *places), tuple(claims))


@pytest.mark.parametrize("seed", range(2))
def test_it_derives_the_events_that_the_loader_derives(store: Store, seed: int) -> None:
    before, line, after = (drawn(10 * seed + number) for number in range(3))
    for each in (line, before, after):
        load_extraction(store, each)
    expected = picture(store)
    remove_article(store, line.article.id)
    remove_article(store, before.article.id)
    removing.remove(store, after.article.id)
    assert picture(store) == []
    load_in_bulk(store, line)  # the first of these ties
    load_extraction(store, before)
    load_in_bulk(store, after)  # others have claims already
    assert picture(store) == expected
    assert checking.check(store, mend=False).rows() == []


def test_what_was_rejected_stays_rejected(store: Store) -> None:
    load_extraction(store, many())
    ledger.judge(store, "reject", many().claims[0].id, reason="why", by="me")
    expected = picture(store)
    remove_article(store, "many")
    load_in_bulk(store, many())
    assert picture(store) == expected


class _Interrupted(Exception):  # noqa: N818 - it is no error of ours
    pass


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("after", [4, 9])
def test_an_interrupted_load_goes_on_where_it_stopped(store: Store, after: int) -> None:
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


@pytest.mark.usefixtures("small_batches")
def test_a_line_replaces_an_article_that_was_never_whole(store: Store) -> None:
    with Stage() as stage:
        stage_extraction(stage, many())
        stage.complete()

        def stop(_: int) -> None:
            raise _Interrupted

        with pytest.raises(_Interrupted):
            bulk.load(store, stage, line_sha256="x", advance=stop)
    load_extraction(store, statement("many", ARNOR, "PRAISED", GONDOR))
    assert set(edges(store)) == {("Arnor", "PRAISED", "Gondor")}


@pytest.mark.usefixtures("small_batches")
def test_a_removal_meanwhile_stops_the_load(store: Store) -> None:
    def remove(_: int) -> None:
        if store.read("bulk/article_state", article="many"):
            remove_article(store, "many")

    with Stage() as stage:
        stage_extraction(stage, many())
        stage.complete()
        with pytest.raises(StoreError, match="was removed or replaced while it was loaded"):
            bulk.load(store, stage, line_sha256="x", advance=remove)
    assert picture(store) == []
