"""A few articles with everything that an extraction can hold: namesakes, items, quotations, denials, places, odd text."""

from dataclasses import replace

from graph.ids import content_id
from graph.model import Extraction, Quotation, Speaker
from tests.graph.building import (
    ARNOR,
    FARAMIR,
    GONDOR,
    MORDOR,
    actor,
    article,
    claim,
    extraction,
    statement,
)

_HOSTILE = "He said \"no\";\nthen, \\ left; שלום 😀 \u0085 \t'x' ﷐-"


def lines() -> list[Extraction]:
    """Return the articles."""
    item = replace(FARAMIR, wikidata="Q42")
    known = actor(
        "Faramir Stewardson", "Person", id="Q42", names=("Faramir Stewardson", "Faramir"), wikidata="Q42"
    )
    british, american = (
        replace(FARAMIR, id="person:tom-took", name="Tom Took", names=("Tom Took",), country="GB"),
        None,
    )
    american = replace(british, country="US")
    hostile = actor(_HOSTILE, "Organization")
    text = f"Arnor denied attacking Mordor, {_HOSTILE}"
    attack = claim(text, ARNOR, "ATTACKED", MORDOR, status="denied", place=GONDOR.id, date="2026-01")
    denial = claim(
        text,
        ARNOR,
        "DENIED",
        MORDOR,
        denies=attack.id,
        said_by=(Speaker(FARAMIR.id, "said"), Speaker(hostile.id, None)),
    )
    quotation = Quotation(
        content_id("quote", text), FARAMIR.id, "Faramir", "said", text[:5], 0, 5, direct=True
    )
    nameless = replace(quotation, id=content_id("quote", "2"), speaker=None, cue=None, direct=False)
    return [
        extraction(
            article("denials", text, title=_HOSTILE, publisher=""),
            (ARNOR, MORDOR, GONDOR, FARAMIR, hostile),
            (attack, denial),
            (quotation, nameless),
        ),
        statement("a", ARNOR, "ATTACKED", MORDOR, date="2026-01"),
        statement("b", MORDOR, "ATTACKED", ARNOR, publisher="Herald"),
        statement("c", GONDOR, "MET_WITH", ARNOR, published=None),
        statement("d", item, "PRAISED", GONDOR),
        statement("e", known, "PRAISED", GONDOR, speakers=[item]),
        statement("f", british, "ACCUSED", GONDOR),
        statement("g", american, "ACCUSED", GONDOR),
        statement("h", british, "MET_WITH", ARNOR),
        statement("i", hostile, "OTHER", GONDOR),
        statement("j", ARNOR, "REJECTED", ARNOR),
        extraction(article("empty", "Nothing."), (), ()),
    ]
