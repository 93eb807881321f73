"""Since and until when an office is held: only what the sentence says of the office itself."""

import pytest

from extract.pipeline import Extractor
from graph.ids import sha256
from graph.model import Article

pytestmark = pytest.mark.model

CASES = [
    ("Anna Kovacs, president of Hungary since 2019, met reporters.", ("2019", None)),
    ("Anna Kovacs, who served as Hungarian minister from 2010 to 2014, met reporters.", ("2010", "2014")),
    ("Jan Novak, Czech foreign minister from May 2010 until 2016, resigned.", ("2010-05", "2016")),
    ("Jan Novak was Czech prime minister between 2010 and 2014.", ("2010", "2014")),
    ("Jan Novak became Czech president in 2012.", ("2012", None)),
    ("Jan Novak has been Czech president since 5 March 2012.", ("2012-03-05", None)),
    ("Jan Novak (Czech president 2010-14) spoke.", ("2010", "2014")),
    ("Petr Cerny was the mayor of Prague until 2016.", (None, "2016")),
    ("Jan Novak, the Czech president, said in 2012 exports had grown since 2010.", (None, None)),
    ("Jan Novak, president of Aurora Corp, has sold cars since 2010.", (None, None)),
    ("Jan Novak was Czech prime minister from 2014 to 2010.", (None, None)),
]


@pytest.mark.parametrize(("text", "stated"), CASES)
def test_an_office_is_held_as_long_as_is_said(
    extractor: Extractor, text: str, stated: tuple[str | None, str | None]
) -> None:
    article = Article("one", None, None, None, None, "en", text, sha256(text), None)
    (extraction,) = extractor.extractions([article])
    held = [claim for claim in extraction.claims if claim.relation == "HOLDS_ROLE"]
    assert [(claim.role_from, claim.role_to) for claim in held] == [stated]


def test_who_held_an_office_until_some_day_is_not_its_holder(extractor: Extractor) -> None:
    text = (
        "Jan Novak, president of Hungary from 2001 to 2005, met reporters. The president of Hungary resigned."
    )
    article = Article("one", None, None, None, "2012-03-05", "en", text, sha256(text), None)
    (extraction,) = extractor.extractions([article])
    novak = next(actor.id for actor in extraction.actors if actor.name == "Jan Novak")
    assert [text[each.start : each.end] for each in extraction.mentions if each.actor == novak] == [
        "Jan Novak",
        "president",
    ]
