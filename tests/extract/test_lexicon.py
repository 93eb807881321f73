"""Every entry of the lexicon is read in its own example sentence, by each pipeline."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract import lexicon
from extract.pipeline import Extractor
from graph.catalogue.tables import alternatives
from graph.errors import ConfigurationError
from graph.ids import sha256
from graph.model import Article, Extraction

TABLES = {
    "verbs.csv": "relation",
    "nouns.csv": "relation",
    "commitments.csv": "good",
    "sides.csv": "relation",
}


def _examples(table: str) -> Iterator[tuple[str, str]]:
    with (lexicon.FOLDER / table).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["example"], row[TABLES[table]]


def _read(extractor: Extractor, texts: list[str]) -> Iterator[Extraction]:
    return extractor.extractions(
        Article(str(number), None, None, None, None, "en", text, sha256(text), None)
        for number, text in enumerate(texts)
    )


@pytest.mark.model
@pytest.mark.parametrize("table", TABLES)
def test_each_example_makes_a_claim_of_its_entry_s_relation(extractor: Extractor, table: str) -> None:
    examples = list(_examples(table))
    read = _read(extractor, [text for text, _ in examples])
    unread = [
        text
        for (text, relation), extraction in zip(examples, read, strict=True)
        if (
            relation
            and relation not in {claim.relation for claim in extraction.claims if claim.target is not None}
        )
        or (not relation and extraction.claims)
    ]
    assert unread == []


@pytest.mark.model
def test_the_subject_of_an_undergoing_verb_is_the_target_in_each_example(extractor: Extractor) -> None:
    with (lexicon.FOLDER / "undergoing.csv").open(encoding="utf-8", newline="") as file:
        examples = [row["example"] for row in csv.DictReader(file)]
    unread = [
        text
        for text, extraction in zip(examples, _read(extractor, examples), strict=True)
        if not any(
            claim.rule.endswith(":undergone") and text.startswith(str(claim.target_text))
            for claim in extraction.claims
        )
    ]
    assert unread == []


@pytest.mark.model
@pytest.mark.parametrize("table", ["complements.csv", "reports.csv"])
def test_each_example_makes_a_claim_of_its_entry_s_effect(extractor: Extractor, table: str) -> None:
    with (lexicon.FOLDER / table).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    unread = []
    for row, extraction in zip(rows, _read(extractor, [row["example"] for row in rows]), strict=True):
        if row["effect"] == "ended":
            # What has ended is no claim; ending it may be one.
            governing = tuple(f"verb:{verb}" for verb in alternatives(row["verb"]))
            as_told = all(claim.rule.startswith(governing) for claim in extraction.claims)
        else:
            as_told = row["effect"] in {claim.status for claim in extraction.claims}
        if not as_told:
            unread.append(row["example"])
    assert unread == []


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("agree,to,PROMISED,,,Britain agreed to go.", "relation 'PROMISED' is not in ontology.toml"),
        ("agree,to,AGREED_WITH", "not 6 fields"),
    ],
)
def test_a_wrong_entry_is_named_by_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str, fault: str
) -> None:
    for each in lexicon.FOLDER.iterdir():
        (tmp_path / each.name).write_bytes(each.read_bytes())
    (tmp_path / "commitments.csv").write_text(f"word,form,good,bad,status,example\n{row}\n")
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    with pytest.raises(ConfigurationError) as raised:
        lexicon.load.__wrapped__()
    assert "commitments.csv, line 2" in str(raised.value)
    assert fault in str(raised.value)
