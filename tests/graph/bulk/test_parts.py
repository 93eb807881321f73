"""An article too large for one line is written out in parts, and loaded from them as it was."""

from dataclasses import replace
from pathlib import Path

import pytest

from graph import backup, feeding, loading, writing_out
from graph.bulk.parts import Assembly
from graph.errors import ArticleError
from graph.jsonl import to_line, to_part_line
from graph.loading import load_extraction, remove_article
from graph.model import Extraction, Part
from graph.store import Store
from tests.graph.building import ARNOR, FARAMIR, GONDOR, article, claim, extraction
from tests.graph.bulk.world import lines
from tests.graph.test_loading import picture

pytestmark = pytest.mark.neo4j


def with_roles() -> Extraction:
    text = "Faramir Stewardson, the coach and captain of Gondor, praised Arnor."
    roles = [claim(text, FARAMIR, "HOLDS_ROLE", GONDOR, role=role, id=role) for role in ("coach", "captain")]
    return extraction(
        article("roles", text), (ARNOR, FARAMIR, GONDOR), (*roles, claim(text, FARAMIR, "PRAISED", ARNOR))
    )


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing_out, "PART", 2)
    monkeypatch.setattr(writing_out, "LARGE", 1)
    monkeypatch.setattr(loading, "LARGE", 1)


def everything() -> list[Extraction]:
    return [*lines(), with_roles()]


def written(store: Store, path: Path) -> list[str]:
    found = [each.line for each in writing_out.stored(store)]
    path.write_text("\n".join(found), encoding="utf-8")
    return found


@pytest.mark.usefixtures("small_parts")
def test_parts_give_the_same_graph(store: Store, tmp_path: Path) -> None:
    for line in everything():
        load_extraction(store, line)
    before = picture(store)
    found = written(store, tmp_path / "lines.jsonl")
    assert sum('"part":{' in line for line in found) > 4
    store.write("load/remove_batch")
    summary = feeding.feed(store, feeding.read_files([str(tmp_path / "lines.jsonl")]))
    assert (summary.counts["new"], summary.exit_code) == (len(everything()), 0)
    assert picture(store) == before
    again = feeding.feed(store, feeding.read_files([str(tmp_path / "lines.jsonl")]))
    assert again.counts["unchanged"] == len(everything())
    for line in everything():
        remove_article(store, line.article.id)
    assert picture(store) == []


@pytest.mark.usefixtures("small_parts")
def test_a_backup_holds_parts(store: Store, tmp_path: Path) -> None:
    for line in everything():
        load_extraction(store, line)
    before = picture(store)
    made = backup.backup(store, tmp_path / "b.gz")
    assert made.articles == len(everything())
    backup.restore(store, tmp_path / "b.gz", replace=True)
    assert picture(store) == before


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_missing_part_is_said_and_the_rest_is_loaded(store: Store, tmp_path: Path, gone: int) -> None:
    load_extraction(store, with_roles())
    found = written(store, tmp_path / "x")
    store.write("load/remove_batch")
    assert len(found) == 4
    path = tmp_path / "lines.jsonl"
    kept = [line for number, line in enumerate(found) if number != gone]
    path.write_text("\n".join([*kept, to_line(lines()[1])]), encoding="utf-8")
    summary = feeding.feed(store, feeding.read_files([str(path)]))
    assert (summary.counts["new"], summary.counts["rejected"]) == (1, 1)
    assert store.read("load/article_count") == [{"article_count": 1}]


def test_parts_that_contradict_themselves_are_refused() -> None:
    line = with_roles()
    broken = replace(line, actors=line.actors[:1])
    with pytest.raises(ArticleError, match=r"part 1: claim .* unknown actor"):
        Assembly().take(Part(broken, 1, 2, "x"))
    assert to_part_line(Part(line, 1, 2, "x")).endswith('"part":{"number": 1, "of": 2, "whole": "x"}}')
