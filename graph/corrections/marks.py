"""Marks: by what a claim is known again when its article is extracted anew."""

from typing import NamedTuple

from graph.ids import content_id
from graph.model import Claim


class Statement(NamedTuple):
    """What a mark is made of, where the claim itself is not at hand."""

    id: str
    relation: str
    source: str
    target: str | None
    status: str
    trigger: str | None
    quote: str | None


def mark(claim: Claim | Statement, article: str) -> str:
    """Return by what a judgement knows a claim: what it states, by which sentence of which article.

    Unlike the claim's id it stays where the rest of the text changes. Who acts is part of it: what another reading
    finds in the same sentence is another claim.
    """
    if claim.quote is None:
        return claim.id
    stated = (claim.relation, claim.source, claim.target, claim.status, claim.trigger, claim.quote)
    return content_id("mark", article, *stated)
