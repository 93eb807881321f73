"""Of what a national office is may go without saying, but not of just any country."""

import pytest

from extract.pipeline import Extractor
from graph.ids import sha256
from graph.model import Article

pytestmark = pytest.mark.model


def held(extractor: Extractor, text: str) -> set[tuple[str, str, str]]:
    article = Article("one", None, None, None, None, "en", text, sha256(text), None)
    extraction = next(iter(extractor.extractions([article])))
    names = {actor.id: actor.name for actor in extraction.actors}
    return {
        (names[claim.source], claim.role or "", names[claim.target])
        for claim in extraction.claims
        if claim.relation == "HOLDS_ROLE" and claim.target is not None
    }


def test_the_only_country_of_an_article_has_the_office(extractor: Extractor) -> None:
    text = "President Corazon Aquino met reporters. The Philippines will pay its debt, she said."
    assert held(extractor, text) == {("Corazon Aquino", "President", "Philippines")}


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Anna Smith thanked Poland.",
        "Prime Minister Anna Smith thanked Poland. The Polish government said nothing.",
        "Prime Minister Anna Smith was arrested in Warsaw. Poland said nothing.",
        "Foreign Minister Anna Smith met French President Emmanuel Macron. France was pleased.",
    ],
)
def test_nobody_holds_an_office_of_the_country_that_she_visits_or_thanks(
    extractor: Extractor, text: str
) -> None:
    assert not {who for who, _, _ in held(extractor, text)} & {"Anna Smith"}


@pytest.mark.parametrize(
    "text",
    [
        "Dutch Finance Minister Onno Ruding welcomed President Ronald Reagan's decision.",
        "Greek Prime Minister Andreas Papandreou spoke. Prime Minister Turgut Ozal answered.",
        "The United States Senate waited for Prime Minister Yasuhiro Nakasone.",
        "Copper is dear in the United States, said Douglas Yearley, vice president and director.",
    ],
)
def test_an_office_that_a_country_has_not_or_another_holds_is_not_given_to_it(
    extractor: Extractor, text: str
) -> None:
    guests = {"Ronald Reagan", "Turgut Ozal", "Yasuhiro Nakasone", "Douglas Yearley"}
    assert not {who for who, _, _ in held(extractor, text)} & guests


@pytest.mark.parametrize(
    "text",
    [
        "Peter Novak, not a member of Hamas, left.",
        "Peter Novak, no longer the leader of Hamas, left.",
        "Peter Novak, allegedly a spy for Russia, left.",
        "Peter Novak, the alleged leader of Hamas, left.",
        "If Peter Novak were president of Peru, talks would go on.",
        "It is false that Peter Novak is a member of Hamas.",
    ],
)
def test_who_is_not_or_only_said_to_be_holds_no_office(extractor: Extractor, text: str) -> None:
    assert held(extractor, text) == set()
