"""What an extraction becomes in the graph: the rows of the queries of `cypher/load`."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any, Literal

from graph import ontology
from graph.corrections.marks import mark
from graph.dates import bounds
from graph.events.copies import signature
from graph.events.moments import moment, thread
from graph.identity import traits
from graph.ids import key
from graph.model import Actor, Claim, Extraction
from graph.tallies import Contribution
from graph.ties import Touched, pair

Rows = list[dict[str, Any]]
Who = Callable[[str], str]  # which actor an extracted id is in the article


def article(extraction: Extraction, line_sha256: str, *, with_text: bool) -> dict[str, Any]:
    """Return the properties of the article."""
    made = extraction.article
    properties = {
        **asdict(made),
        "key": key(made.id),
        "line_sha256": line_sha256,
        "signature": signature(made.text),
    }
    if not with_text:
        properties["text"] = None
    return properties


def contributions(extraction: Extraction) -> Iterator[Contribution]:
    """Yield what the article says of each of its actors."""
    roles: dict[str, list[str]] = defaultdict(list)
    for claim in extraction.claims:
        if claim.relation == "HOLDS_ROLE" and claim.status == "asserted" and claim.role:
            roles[claim.source].append(claim.role)
    for actor in extraction.actors:
        part = traits.part(
            actor.id,
            actor.kind,
            country=actor.country,
            wikidata=actor.wikidata,
            names=(actor.name, *actor.names),
            roles=roles[actor.id],
        )
        yield Contribution(
            actor.id, part, actor.kind, actor.name, actor.names, actor.wikidata, actor.country, actor.sector
        )


def mentions(extraction: Extraction, said: Iterable[Contribution], who: Who) -> Rows:
    """Return for each actor what the article contributes to it and where it mentions it."""
    parts = {each.actor: each.part for each in said}
    places: dict[str, Rows] = defaultdict(list)
    for order, place in enumerate(extraction.mentions):
        places[place.actor].append({**asdict(place), "order": order})
    rows: Rows = [
        mention(actor, parts[actor.id], position, names=list(actor.names), places=places[actor.id])
        for position, actor in enumerate(extraction.actors)
    ]
    return [{"actor": who(row["actor_id"]), "properties": row} for row in rows]


def mention(actor: Actor, part: str, position: int, *, names: list[str], places: Rows) -> dict[str, Any]:
    """Return what one article contributes to an actor: the properties of their MENTIONS edge."""
    return {
        "actor_id": actor.id,
        "part": part,
        "position": position,
        "kind": actor.kind,
        "name": actor.name,
        "names": names,
        "wikidata": actor.wikidata,
        "country": actor.country,
        "sector": actor.sector,
        "rule": actor.resolution.rule,
        "confidence": actor.resolution.confidence,
        "starts": [place["start"] for place in places],
        "ends": [place["end"] for place in places],
        "rules": [place["rule"] for place in places],
        "orders": [place["order"] for place in places],
    }


def claims(extraction: Extraction, who: Who, *, rejected: Collection[str] = ()) -> Rows:
    """Return the claims with what is worked out for each: its caption, class, dates, and between whom it is.

    Args:
        extraction: the article that states them.
        who: which actor an extracted id is in it.
        rejected: marks of the claims that somebody rejected; they are between nobody.

    """
    actors = {actor.id: actor for actor in extraction.actors}
    return [
        _claim(claim, position, extraction, actors, who, rejected)
        for position, claim in enumerate(extraction.claims)
    ]


def touched(rows: Rows) -> Touched:
    """Return what the rows of claims touch."""
    return Touched.of(row["properties"] for row in rows)


def ends(extraction: Extraction, name: Literal["target", "place"], who: Who) -> Rows:
    """Return which claim has which target, or which place."""
    found = ((claim.id, getattr(claim, name)) for claim in extraction.claims)
    return [
        {"claim": claim, "actor": who(actor), "actor_id": actor}
        for claim, actor in found
        if actor is not None
    ]


def speakers(extraction: Extraction, who: Who) -> Rows:
    """Return who reports which claim, the one nearest to the event first."""
    return [
        {
            "claim": claim.id,
            "actor": who(speaker.actor),
            "actor_id": speaker.actor,
            "cue": speaker.cue,
            "order": order,
        }
        for claim in extraction.claims
        for order, speaker in enumerate(claim.said_by)
    ]


def denials(extraction: Extraction) -> Rows:
    """Return which claim denies which."""
    return [
        {"claim": claim.id, "denies": claim.denies} for claim in extraction.claims if claim.denies is not None
    ]


def quotations(extraction: Extraction) -> Rows:
    """Return the quotations without their speakers."""
    rows = []
    for position, quotation in enumerate(extraction.quotations):
        properties = {**asdict(quotation), "key": key(quotation.id), "position": position}
        del properties["speaker"]
        rows.append(properties)
    return rows


def sayings(extraction: Extraction, who: Who) -> Rows:
    """Return who said which quotation."""
    return [
        {"quotation": quotation.id, "actor": who(quotation.speaker), "actor_id": quotation.speaker}
        for quotation in extraction.quotations
        if quotation.speaker is not None
    ]


def caption(claim: Claim, actors: Mapping[str, Actor], relation: ontology.Relation) -> str:
    """Return a claim in a few words: "Trump threatened Canada (if Canada deepens trade ties)"."""
    known = actors.get(claim.target or "")
    target = known.name if known is not None else claim.target_text or "someone"
    said = f"{actors[claim.source].name} {relation.display} {target}"
    if claim.role:
        said += f": {claim.role}"
    if claim.status != "asserted":
        said += f" [{claim.status}]"
    return f"{said} ({claim.condition})" if claim.condition else said


def _claim(
    claim: Claim,
    position: int,
    extraction: Extraction,
    actors: Mapping[str, Actor],
    who: Who,
    rejected: Collection[str],
) -> dict[str, Any]:
    properties = asdict(claim)
    for edge in ("source", "target", "place", "said_by", "denies"):
        del properties[edge]
    relation = ontology.load().relations[claim.relation]
    first, last = bounds(claim.date)
    article = extraction.article
    known = mark(claim, article.id)
    ends = (who(claim.source), who(claim.target) if claim.target is not None else None)
    standing = known not in rejected
    properties |= {
        "key": key(claim.id),
        "position": position,
        "quad_class": relation.quad,
        "caption": caption(claim, actors, relation),
        "pair": pair(*ends) if standing else None,
        "thread": thread(claim.relation, *ends) if standing else None,
        "moment": moment(
            status=claim.status, date=claim.date, published=article.published, article=article.id
        ),
        "mark": known,
        "rejected": None if standing else True,
        "day": first or article.published or "",
    }
    place = actors.get(claim.place or "")
    if place is not None:
        properties |= {"place_country": place.country, "place_kind": place.kind}
    source = {"actor": who(claim.source), "actor_id": claim.source}
    return {"source": source, "properties": properties, "date_from": first, "date_to": last}
