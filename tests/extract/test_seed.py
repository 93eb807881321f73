"""The article that the project began with, against its hand-made annotation; both stand beside the project."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from extract.pipeline import Extractor
from graph.model import Extraction
from tests.extract.test_constructions import extracted

SHARED = Path(__file__).parents[3] / "shared"
GOLD = SHARED / "gold" / "seed_article.gold.json"

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not GOLD.exists(), reason="the annotated article is no part of the project"),
]


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_article", GOLD.parent / "score_article.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(extraction: Extraction) -> list[dict[str, Any]]:
    actors = {actor.id: actor for actor in extraction.actors}
    found = []
    for claim in extraction.claims:
        if claim.target is None:
            continue
        source, target = actors[claim.source], actors[claim.target]
        names = [[one.name, *one.names] for one in (source, target)]
        if claim.relation in {"HOLDS_ROLE", "AFFILIATED_WITH"}:
            found.append(
                {
                    "person": source.name,
                    "person_names": names[0],
                    "role": claim.role or "",
                    "of": claim.target_text,
                    "of_names": names[1],
                }
            )
        else:
            found.append({
                "source": claim.source_text, "source_names": names[0], "relation": claim.relation,
                "target": claim.target_text, "target_names": names[1], "status": claim.status,
            })  # fmt: skip
    return found


def test_the_seed_article_as_a_careful_reader_would(extractor: Extractor) -> None:
    (text,) = [path.read_text("utf-8") for path in (SHARED / "seeds").glob("*.txt")]
    score = scorer().score(json.loads(GOLD.read_text("utf-8")), rows(extracted(extractor, text)))
    assert score["traps"] == 0
    assert score["not_actors"] == 0
    assert score["must_found"] >= 9  # all 10 with the small pipeline
    assert score["roles_found"] == score["roles_must"] == 8
    assert score["roles_right"] / score["roles_predicted"] >= 0.9
    assert score["right"] / score["events"] >= 0.85
