"""Extractions as JSON lines: what the extractor, or any other, hands to the graph.

One article a line, in UTF-8; the fields are those of `graph.model`. All five keys and all fields are always
there; unknown is null or [].
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import cache

from pydantic import TypeAdapter, ValidationError

from graph import ontology
from graph.dates import bounds
from graph.errors import LineError
from graph.identity.references import is_appended_to
from graph.ids import sha256
from graph.model import Actor, Claim, Extraction, Part
from graph.ties import SEPARATOR

_LARGEST = 2**63  # the store's integers have 64 bits
_PART = ',"part":{'
_LONGEST = 3000  # bytes; an entry of an index holds some 8,000, and that of a pair holds two ids


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
    extraction = _parsed(line, place)
    if part_of(line, extraction, place=place) is None:
        _require_sound(extraction, place, check_text=check_text)
    return extraction


def _parsed(line: str | bytes, place: str) -> Extraction:
    try:
        return _adapter().validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "line"
        raise LineError(f"{place}: {field}: {first['msg']}") from error


def _require_sound(extraction: Extraction, place: str, *, check_text: bool = True) -> None:
    for fault in faults(extraction, check_text=check_text):
        raise LineError(f"{place}: article {extraction.article.id!r}: {fault}")


def to_part_line(part: Part) -> str:
    """Return a part of a large article as one line: an extraction line with one key more."""
    about = json.dumps({"number": part.number, "of": part.of, "whole": part.whole})
    return f"{to_line(part.extraction)[:-1]}{_PART}{about[1:]}}}"


def part_of(line: str | bytes, extraction: Extraction, *, place: str) -> Part | None:
    """Return which part of an article a line is; None where it is a whole one.

    Raises:
        LineError: the line does not say so as it should.

    """
    # Within a text the quotation marks would be escaped.
    text = line if isinstance(line, str) else line.decode("utf-8")
    if _PART not in text:
        return None
    about = json.loads(text)["part"]
    number, of, whole = about.get("number"), about.get("of"), about.get("whole")
    if not (isinstance(number, int) and isinstance(of, int) and isinstance(whole, str) and 0 < number <= of):
        raise LineError(f"{place}: part: say which of how many it is, and the hash of the whole")
    return Part(extraction, number, of, whole)


def read(lines: Iterable[str | bytes], *, name: str) -> Iterator[Extraction | Part | LineError]:
    """Yield for each line that is not blank its extraction, whole or a part, or the error that it holds none."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            place = f"{name}, line {number}"
            extraction = _parsed(line, place)
            part = part_of(line, extraction, place=place)
            if part is None:
                _require_sound(extraction, place)
            yield extraction if part is None else part
        except LineError as error:
            yield error


def faults(
    extraction: Extraction, *, check_text: bool = True, known: Collection[str] = (), denied: bool = True
) -> Iterator[str]:
    """Yield what contradicts itself: unknown actors or relations, offsets that do not cut out the quote.

    Args:
        extraction: a whole article, or a part of one.
        check_text: whether offsets must cut the quotations out of the text.
        known: ids of actors that earlier parts brought.
        denied: whether claims that are denied must be in it.

    """
    article = extraction.article
    if not article.id:
        yield "article.id is empty"
    if article.published is not None and bounds(article.published)[0] != article.published:
        yield f"article.published {article.published!r} is no day; write it as 2026-01-30"
    actors = {actor.id for actor in extraction.actors} | set(known)
    claims = {claim.id for claim in extraction.claims}
    yield from _double("actors", [actor.id for actor in extraction.actors])
    yield from _double("claims", [claim.id for claim in extraction.claims])
    yield from _double("quotations", [quotation.id for quotation in extraction.quotations])
    for long in _too_long(extraction):
        yield f"{long[:50]!r}… is too long; ids and names have at most {_LONGEST} bytes"
    for actor in extraction.actors:
        yield from _actor_faults(actor)
    for claim in extraction.claims:
        yield from _claim_faults(claim, actors, claims if denied or claim.denies is None else {claim.denies})
    for mention in extraction.mentions:
        if mention.actor not in actors:
            yield f"a mention names the unknown actor {mention.actor!r}"
    for quotation in extraction.quotations:
        if quotation.speaker is not None and quotation.speaker not in actors:
            yield f"quotation {quotation.id!r}: unknown actor {quotation.speaker!r}"
    if check_text:
        yield from _text_faults(extraction)


def _double(what: str, ids: Sequence[str]) -> Iterator[str]:
    if len(set(ids)) != len(ids):
        yield f"two {what} have the same id"


def _too_long(extraction: Extraction) -> Iterator[str]:
    article = extraction.article
    yield from _longer(article.id, article.publisher or "")
    for actor in extraction.actors:
        yield from _longer(actor.id, actor.name)
    for claim in extraction.claims:
        yield from _longer(claim.id)
    for quotation in extraction.quotations:
        yield from _longer(quotation.id)


def _longer(*values: str) -> Iterator[str]:
    for value in values:
        if len(value.encode("utf-8", "surrogatepass")) > _LONGEST:
            yield value


def _actor_faults(actor: Actor) -> Iterator[str]:
    where = f"actor {actor.id!r}"
    if not actor.id or SEPARATOR in actor.id:
        yield f"{where}: an actor's id is not empty and has no {SEPARATOR!r}"
    if is_appended_to(actor.id):
        yield f"{where}: an extracted id does not tell which of a name is meant; newsgraph appends that itself"
    if actor.kind not in ontology.load().kinds:
        yield f"{where}: unknown kind {actor.kind!r}"
    if not 0 <= actor.resolution.confidence <= 1:
        yield f"{where}: confidence {actor.resolution.confidence} is not between 0 and 1"


def _claim_faults(claim: Claim, actors: set[str], claims: set[str]) -> Iterator[str]:
    where = f"claim {claim.id!r}"
    known = ontology.load()
    if claim.date is not None and bounds(claim.date) == (None, None):
        yield f"{where}: date {claim.date!r} is no day, month or year; write it as 2026-01-30, 2026-01 or 2026"
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
    if claim.quote is None and not claim.rule.startswith("coded:"):
        yield f"{where}: no quote; only rows that others coded (rule coded:…) may have none"
    if not 0 <= claim.confidence <= 1:
        yield f"{where}: confidence {claim.confidence} is not between 0 and 1"
    for number in (claim.stated_count, claim.trigger_start, claim.trigger_end, claim.start, claim.end):
        if number is not None and not 0 <= number < _LARGEST:
            yield f"{where}: {number} is no count and no offset"


def _text_faults(extraction: Extraction) -> Iterator[str]:
    article = extraction.article
    text = article.text
    if article.sha256 != sha256(text):
        yield "article.sha256 is not that of article.text"
    for mention in extraction.mentions:
        if not 0 <= mention.start < mention.end <= len(text):
            yield f"a mention's offsets {mention.start}–{mention.end} are not in the text"
    for claim in extraction.claims:
        if claim.quote is not None and not _cuts(claim.quote, text, claim.start, claim.end):
            yield f"claim {claim.id!r}: start and end do not cut its quote out of the article"
    for quotation in extraction.quotations:
        if not _cuts(quotation.text, text, quotation.start, quotation.end):
            yield f"quotation {quotation.id!r}: start and end do not cut its text out of the article"


def _cuts(part: str, text: str, start: int | None, end: int | None) -> bool:
    # A negative offset would count from the end of the text.
    return start is not None and end is not None and start >= 0 and text[start:end] == part
