"""Whom offices, titles with surnames and full names mean by the catalogue, and when nobody."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.pipeline import Extractor
from graph.catalogue import importing
from graph.catalogue.formats import own
from graph.catalogue.lookup import Catalogue
from graph.ids import sha256
from graph.model import Article, Extraction
from tests.extract.conftest import PIPELINES, opened

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "officials.jsonl").read_text("utf-8").splitlines()
]
IMPORTED = [
    {"name": "Thomas Halfelven", "wikidata": "Q999999981", "country": "France"},
    {
        "name": "Thomas Halfelven", "wikidata": "Q999999982", "country": "KE", "office": "Minister of Foreign Affairs",
        "start": "2018-03-01", "end": "2020-01-01",
    },
    {"name": "Galadriel Finarfin", "wikidata": "Q999999983", "country": "SE"},
]  # fmt: skip

pytestmark = pytest.mark.model


@pytest.fixture(scope="module", params=PIPELINES)
def extractor(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Extractor]:
    """Return an extractor whose catalogue has invented actors over what ships."""
    folder = tmp_path_factory.mktemp("catalogue")
    rows = [",".join(own.COLUMNS)]
    rows += [",".join(row.get(column, "") for column in own.COLUMNS) for row in IMPORTED]
    (folder / "actors.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    # In 2018 Kenya had another foreign minister: what is imported lies over what ships.
    importing.import_files([folder / "actors.csv"], folder / "actors.sqlite")
    catalogue = Catalogue.open(folder / "actors.sqlite", required=True)
    yield opened(str(request.param)).knowing(catalogue)
    catalogue.close()


def extracted(extractor: Extractor, text: str, published: str | None) -> Extraction:
    article = Article("case", None, None, None, published, None, text, sha256(text), None)
    return next(extractor.extractions([article]))


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_who_is_meant(extractor: Extractor, case: dict[str, object]) -> None:
    text = str(case["text"])
    published = case["published"]
    extraction = extracted(extractor, text, str(published) if published else None)
    actors = {actor.id: actor for actor in extraction.actors}
    expected = case["expected"]
    assert isinstance(expected, dict)
    for phrase, (name, rule) in expected.items():
        found = {
            (actors[mention.actor].name, mention.rule)
            for mention in extraction.mentions
            if text[mention.start : mention.end] == phrase and actors[mention.actor].kind == "Person"
            and (rule == "office-holder" or actors[mention.actor].resolution.rule.startswith(
                ("catalogue", "title", "surname-in", "office-by", "office-last")))
        }  # fmt: skip
        assert found == ({(name, rule)} if name else set()), phrase


def test_each_resolution_has_rule_and_confidence(extractor: Extractor) -> None:
    text = "The US president met with Emmanuel Macron of France. Prime Minister Trudeau praised Macron."
    found = {
        actor.name: actor
        for actor in extracted(extractor, text, "2018-03-01").actors
        if actor.kind == "Person"
    }
    assert {name: actor.resolution.rule for name, actor in found.items()} == {
        "Donald Trump": "office-by-date",
        "Emmanuel Macron": "catalogue-name",
        "Justin Trudeau": "title-surname",
    }
    assert all(0.5 < actor.resolution.confidence < 1 for actor in found.values())
    assert {actor.country for actor in found.values()} == {"US", "FR", "CA"}
    assert all(actor.id == actor.wikidata for actor in found.values())


def test_without_a_catalogue_only_the_article_counts() -> None:
    text = "The US president criticized Iran. President Trump met with Emmanuel Macron of France."
    extraction = extracted(opened(PIPELINES[0]), text, "2018-03-01")
    assert all(actor.wikidata is None for actor in extraction.actors if actor.kind == "Person")
