"""Who is who inside an article, as data: namesakes, bare surnames, and names that stand for something else."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from extract.pipeline import Extractor
from graph import jsonl
from graph.ids import sha256
from graph.model import Actor, Article, Extraction

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "names.jsonl").read_text("utf-8").splitlines()
]


def extracted(extractor: Extractor, text: str) -> Extraction:
    article = Article("case", None, None, None, "2026-03-02", None, text, sha256(text), None)
    return next(extractor.extractions([article]))


def named(extraction: Extraction, surface: str, occurrence: int) -> Actor | None:
    """Return the actor of the mention that ends where the so-manieth occurrence of some words ends."""
    places = [match.end() for match in re.finditer(rf"\b{re.escape(surface)}\b", extraction.article.text)]
    actors = {actor.id: actor for actor in extraction.actors}
    own = [each for each in extraction.mentions if each.end == places[occurrence]]
    start = places[occurrence] - len(surface)
    exact = [each for each in own if each.start == start] or own
    return actors[exact[0].actor] if exact else None


@pytest.mark.model
@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_names_are_who_they_are(extractor: Extractor, case: dict[str, Any]) -> None:
    extraction = extracted(extractor, case["text"])
    for surface, occurrence, kind, name in case["is"]:
        actor = named(extraction, surface, occurrence)
        if kind is None:
            assert actor is None, (surface, actor)
            continue
        assert actor is not None, surface
        assert (actor.kind, actor.name) == (kind, actor.name if name is None else name), surface
    for left, right in case["same"]:
        assert named(extraction, *left) == named(extraction, *right), (left, right)
    for left, right in case["apart"]:
        one, other = named(extraction, *left), named(extraction, *right)
        assert one is None or other is None or one.id != other.id, (left, right)
    assert list(jsonl.faults(extraction)) == []
