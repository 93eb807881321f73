"""Extractions into a stage: all that a line brings, as the loader writes it into the graph."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph import loading_rows
from graph.bulk.staging import Stage, StagedClaim
from graph.errors import ArticleError
from graph.ids import sha256
from graph.jsonl import to_line
from graph.model import Actor, Extraction


def stage_extraction(
    stage: Stage, extraction: Extraction, *, with_text: bool = True, signature: str | None = None
) -> None:
    """Stage one article; a later line of the same article replaces an earlier one.

    Args:
        stage: where to.
        extraction: the article and what was found in it.
        with_text: whether the article's text is kept.
        signature: of its text, where that is not at hand.

    Raises:
        ArticleError: one of its claims has the id of another article's.

    """
    line = to_line(extraction)
    line_sha256 = sha256(line if with_text else f"{line}\nwithout text")
    number = stage.article(extraction.article.id)
    properties = loading_rows.article(extraction, line_sha256, with_text=with_text)
    if signature is not None:
        properties["signature"] = signature
    stage.describe(number, {name: value for name, value in properties.items() if value is not None})
    stage_content(stage, number, extraction)


def stage_content(
    stage: Stage,
    number: int,
    extraction: Extraction,
    *,
    actors: Mapping[str, Actor] | None = None,
    before: tuple[int, int, int] = (0, 0, 0),
) -> None:
    """Stage what an extraction brings to an article that was begun.

    Args:
        stage: where to.
        number: the article's.
        extraction: all of it, or a part.
        actors: those of earlier parts too, by id; None where the extraction has all.
        before: how many actors, mentions and quotations came in earlier parts.

    """
    said = list(loading_rows.contributions(extraction))
    mentions = [row["properties"] for row in loading_rows.mentions(extraction, said, _itself)]
    for row in mentions:
        row["position"] += before[0]
        row["orders"] = [order + before[1] for order in row["orders"]]
    stage.actors(number, mentions)
    whole = extraction if actors is None else replace(extraction, actors=tuple(actors.values()))
    for claim, row in zip(extraction.claims, loading_rows.claims(whole, _itself), strict=True):
        properties: dict[str, Any] = {
            **row["properties"],
            "date_from": row["date_from"],
            "date_to": row["date_to"],
        }
        for name in ("pair", "thread", "rejected", "position"):
            del properties[name]
        staged = StagedClaim(
            claim.id,
            claim.source,
            claim.target,
            claim.relation,
            {name: value for name, value in properties.items() if value is not None},
            claim.place,
            tuple((speaker.actor, speaker.cue) for speaker in claim.said_by),
        )
        if not stage.claim(number, staged):
            raise ArticleError(
                f"article {extraction.article.id[:200]!r}: claim {claim.id!r} is another article's"
            )
    for kind, rows in (
        ("denial", loading_rows.denials(extraction)),
        ("quotation", loading_rows.quotations(extraction)),
        ("saying", loading_rows.sayings(extraction, _itself)),
    ):
        for row in rows:
            if kind == "quotation":
                row["position"] += before[2]
            stage.link(kind, number, row)


def _itself(identity: str) -> str:
    return identity
