"""Several loaders at once: nothing is lost, doubled or stuck."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from graph import rebuilding
from graph.loading import load_extraction, remove_article
from graph.model import Extraction
from graph.store import Store
from tests.graph.building import ARNOR, FARAMIR, GONDOR, MORDOR, statement
from tests.graph.test_loading import picture

pytestmark = pytest.mark.neo4j

ACTORS = (ARNOR, GONDOR, MORDOR)


def lines(loader: int) -> list[Extraction]:
    """Return articles of one loader that deal with the same actors as those of all others."""
    return [
        statement(f"{loader}-{number}", ACTORS[number % 3], "ATTACKED", ACTORS[(number + loader + 1) % 3], speakers=[FARAMIR])
        for number in range(12)
    ]  # fmt: skip


def test_loaders_of_the_same_actors_lose_nothing(store: Store) -> None:
    def work(loader: int) -> None:
        for line in lines(loader):
            load_extraction(store, line)

    with ThreadPoolExecutor(4) as loaders:
        list(loaders.map(work, range(4)))
    together = picture(store)
    rows, _ = store.ask("MATCH (a:Actor {name: 'Arnor'}) RETURN a.article_count AS count", {}, limit=1)
    assert rows == [{"count": sum(ARNOR in line.actors for each in range(4) for line in lines(each))}]
    rebuilding.rebuild(store)
    assert picture(store) == together


def test_one_article_loaded_by_several_at_once_is_there_once(store: Store) -> None:
    versions = [statement("a", ARNOR, relation, MORDOR) for relation in ("ATTACKED", "ACCUSED", "PRAISED")]

    def work(line: Extraction) -> str:
        return load_extraction(store, line).state

    with ThreadPoolExecutor(6) as loaders:
        states = list(loaders.map(work, versions * 4))
    assert states.count("new") == 1
    rows, _ = store.ask("MATCH (c:Claim) RETURN count(c) AS claims", {}, limit=1)
    assert rows == [{"claims": 1}]
    remaining = picture(store)
    rebuilding.rebuild(store)
    assert picture(store) == remaining


def test_loading_and_removing_at_once_leaves_what_was_not_removed(store: Store) -> None:
    def work(loader: int) -> None:
        for line in lines(loader):
            load_extraction(store, line)
            if loader % 2:
                remove_article(store, line.article.id)

    with ThreadPoolExecutor(4) as loaders:
        list(loaders.map(work, range(4)))
    together = picture(store)
    store.write("load/remove_batch")
    for loader in (0, 2):
        for line in lines(loader):
            load_extraction(store, line)
    assert picture(store) == together
