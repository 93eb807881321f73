"""Who says what: quotations with their speakers, as data; and the chain of who reports a claim."""

import json
from pathlib import Path

import pytest

from extract.pipeline import Extractor
from tests.extract.test_constructions import extracted

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "quotations.jsonl").read_text("utf-8").splitlines()
]

pytestmark = pytest.mark.model


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_quotations_have_their_speakers(extractor: Extractor, case: dict[str, object]) -> None:
    extraction = extracted(extractor, str(case["text"]))
    names = {actor.id: actor.name for actor in extraction.actors}
    found = [[names.get(one.speaker or ""), one.cue, one.direct, one.text] for one in extraction.quotations]
    assert found == case["expected"]


def test_a_report_of_a_report_is_a_chain(extractor: Extractor) -> None:
    extraction = extracted(extractor, "Reuters reported that Poland said that Russia attacked Ukraine.")
    names = {actor.id: actor.name for actor in extraction.actors}
    (claim,) = [one for one in extraction.claims if one.relation == "ATTACKED"]
    assert [(names[one.actor], one.cue) for one in claim.said_by] == [
        ("Poland", "said"),
        ("Reuters", "reported"),
    ]


def test_the_writers_own_voice_has_no_speaker(extractor: Extractor) -> None:
    (claim,) = extracted(extractor, "Russia attacked Ukraine.").claims
    assert claim.said_by == ()


def test_what_speakers_say_of_their_thinking_is_no_quotation_of_its_own(extractor: Extractor) -> None:
    text = '"I think voters know that the deal is bad for the country," Angela Merkel said on Monday.'
    quotations = extracted(extractor, text).quotations
    assert [(each.speaker_text, each.direct) for each in quotations] == [("Angela Merkel", True)]


def test_a_noun_is_reported_as_a_clause_is(extractor: Extractor) -> None:
    (quotation,) = extracted(extractor, "Germany announced a plan to free the prisoners.").quotations
    assert (quotation.text, quotation.cue) == ("a plan to free the prisoners", "announced")
    assert not quotation.direct
