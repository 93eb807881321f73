"""Extractions as JSON lines: what the extractor, or any other, hands to the graph.

One article a line, in UTF-8; the fields are those of `graph.model`. All five keys and all fields are always
there; unknown is null or [].
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import cache

from pydantic import TypeAdapter, ValidationError

from graph import ontology
from graph.errors import LineError
from graph.ids import sha256
from graph.model import Claim, Extraction


@cache
def _adapter() -> TypeAdapter[Extraction]:
    return TypeAdapter(Extraction)


def to_line(extraction: Extraction) -> str:
    """Return the extraction as one line of JSON, without the line's end."""
    return json.dumps(asdict(extraction), ensure_ascii=False, separators=(",", ":"))


def from_line(line: str | bytes, *, place: str, check_text: bool = True) -> Extraction:
    """Return the extraction that a line holds.

    Args:
        line: the line, as text or UTF-8.
        place: where it stands ("claims.jsonl, line 3"), for the message.
        check_text: whether offsets must cut the quotations out of the text; a graph loaded without texts
            has none to check.

    Raises:
        LineError: the line is no JSON, breaks the format or contradicts itself.

    """
    try:
        extraction = _adapter().validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "line"
        raise LineError(f"{place}: {field}: {first['msg']}") from error
    for fault in faults(extraction) if check_text else ():
        raise LineError(f"{place}: article {extraction.article.id!r}: {fault}")
    return extraction


def read(lines: Iterable[str | bytes], *, name: str) -> Iterator[Extraction | LineError]:
    """Yield for each line that is not blank its extraction, or the error that it holds none."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield from_line(line, place=f"{name}, line {number}")
        except LineError as error:
            yield error


def faults(extraction: Extraction) -> Iterator[str]:
    """Yield what contradicts itself: unknown actors or relations, offsets that do not cut out the quote."""
    article = extraction.article
    if not article.id:
        yield "article.id is empty"
    if article.sha256 != sha256(article.text):
        yield "article.sha256 is not that of article.text"
    known = ontology.load()
    actors = {actor.id for actor in extraction.actors}
    if len(actors) != len(extraction.actors):
        yield "two actors have the same id"
    for actor in extraction.actors:
        if actor.kind not in known.kinds:
            yield f"actor {actor.id!r}: unknown kind {actor.kind!r}"
    claims = {claim.id for claim in extraction.claims}
    if len(claims) != len(extraction.claims):
        yield "two claims have the same id"
    for claim in extraction.claims:
        yield from _claim_faults(claim, article.text, actors, claims, known)
    for mention in extraction.mentions:
        if mention.actor not in actors:
            yield f"a mention names the unknown actor {mention.actor!r}"
        if not 0 <= mention.start < mention.end <= len(article.text):
            yield f"a mention's offsets {mention.start}–{mention.end} are not in the text"
    for quotation in extraction.quotations:
        if quotation.speaker is not None and quotation.speaker not in actors:
            yield f"quotation {quotation.id!r}: unknown actor {quotation.speaker!r}"
        if quotation.text != article.text[quotation.start : quotation.end]:
            yield f"quotation {quotation.id!r}: start and end do not cut its text out of the article"


def _claim_faults(
    claim: Claim, text: str, actors: set[str], claims: set[str], known: ontology.Ontology
) -> Iterator[str]:
    where = f"claim {claim.id!r}"
    if claim.relation not in known.relations:
        yield f"{where}: unknown relation {claim.relation!r}"
    if claim.status not in known.statuses:
        yield f"{where}: unknown status {claim.status!r}"
    named = [claim.source, claim.target, claim.place, *(speaker.actor for speaker in claim.said_by)]
    for actor in named:
        if actor is not None and actor not in actors:
            yield f"{where}: unknown actor {actor!r}"
    if claim.denies is not None and claim.denies not in claims:
        yield f"{where}: denies the unknown claim {claim.denies!r}"
    if claim.quote is None:
        if not claim.rule.startswith("coded:"):
            yield f"{where}: no quote; only rows that others coded (rule coded:…) may have none"
    elif claim.start is None or claim.end is None or text[claim.start : claim.end] != claim.quote:
        yield f"{where}: start and end do not cut its quote out of the article"
    if not 0 <= claim.confidence <= 1:
        yield f"{where}: confidence {claim.confidence} is not between 0 and 1"
