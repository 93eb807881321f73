"""Each construction of the language that the extractor must understand, as data."""

import json
from pathlib import Path

import pytest

from extract.pipeline import Extractor
from graph import jsonl
from graph.ids import sha256
from graph.model import Article, Extraction

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "constructions.jsonl").read_text("utf-8").splitlines()
]


def extracted(extractor: Extractor, text: str) -> Extraction:
    article = Article("case", None, None, None, "2026-03-02", None, text, sha256(text), None)
    return next(extractor.extractions([article]))


@pytest.mark.model
@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_construction_makes_exactly_the_expected_claims(
    extractor: Extractor, case: dict[str, object]
) -> None:
    extraction = extracted(extractor, str(case["text"]))
    names = {actor.id: actor.name for actor in extraction.actors}
    claims = {
        (names[claim.source], claim.relation, names[claim.target], claim.status)
        for claim in extraction.claims
        if claim.target is not None and claim.relation not in {"HOLDS_ROLE", "AFFILIATED_WITH"}
    }
    expected = case["expected"]
    assert isinstance(expected, list)
    assert claims == {tuple(row) for row in expected}
    assert list(jsonl.faults(extraction)) == []
