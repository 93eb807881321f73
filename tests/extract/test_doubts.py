"""The graph states nothing that is denied, doubted, asked or supposed: tried with what the lexicon knows."""

import csv
import json
from pathlib import Path

import pytest

from extract import lexicon
from extract.pipeline import Extractor
from graph.ids import sha256
from graph.model import Article

DOUBTS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "doubts.jsonl").read_text(encoding="utf-8").splitlines()
]
EVERY = 4  # each fourth example; all of them take minutes


def _examples() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for table in ("verbs.csv", "nouns.csv"):
        with (lexicon.FOLDER / table).open(encoding="utf-8", newline="") as file:
            found += [(row["relation"], row["example"]) for row in csv.DictReader(file)]
    return found[::EVERY]


def _inside(frame: str, example: str) -> str:
    sentence = example.rstrip(".")
    article = sentence.split()[0] in {"The", "A", "Doctors", "Students", "Lawmakers", "Protesters", "Three"}
    text = frame.format(sentence[0].lower() + sentence[1:] if article else sentence)
    return text[0].upper() + text[1:]


@pytest.mark.model
@pytest.mark.parametrize("doubt", DOUBTS, ids=[doubt["id"] for doubt in DOUBTS])
def test_what_is_doubted_is_never_stated(extractor: Extractor, doubt: dict[str, str]) -> None:
    examples = _examples()
    texts = [_inside(doubt["frame"], example) for _, example in examples]
    articles = [
        Article(str(number), None, None, None, None, "en", text, sha256(text), None)
        for number, text in enumerate(texts)
    ]
    found = 0
    stated: list[str] = []
    for (relation, _), extraction in zip(examples, extractor.extractions(articles), strict=True):
        names = {actor.id: actor.name for actor in extraction.actors}
        for claim in extraction.claims:
            # Who rejects a claim rejects: that is a statement of the frame itself.
            if claim.relation == relation and names[claim.source] != "Faramir":
                found += 1
                if claim.status == "asserted":
                    stated.append(extraction.article.text)
    assert stated == []
    assert found > len(examples) // 2  # it says so, rather than keep silent
