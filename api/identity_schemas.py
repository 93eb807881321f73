"""Bodies of what says who is who: judgements, candidates, roles."""

from typing import Literal

from pydantic import ConfigDict, Field

from api.schemas import ActorReference, ArticleReference, Body


class NewJudgement(Body):
    """A judgement to be made; the sides are ids of actors as the graph has them, or extracted ids."""

    model_config = ConfigDict(extra="forbid")

    decision: Literal["same", "different", "unsure"] = Field(description="What is judged", examples=["same"])
    left: str = Field(
        min_length=1, max_length=3000, description="Id of an actor", examples=["person:angela-merkel"]
    )
    right: str = Field(min_length=1, max_length=3000, description="Id of the other", examples=["Q567"])
    left_article: str | None = Field(
        None,
        max_length=3000,
        description="Only what this article means by it",
        examples=["https://example.org/1"],
    )
    right_article: str | None = Field(
        None,
        max_length=3000,
        description="Only what this article means by it",
        examples=["https://example.org/2"],
    )
    reason: str = Field(
        min_length=1,
        max_length=3000,
        description="Why; others will read it",
        examples=["the chancellor in both"],
    )
    by: str = Field(min_length=1, max_length=300, description="Who judges", examples=["a.analyst"])


class Judgement(Body):
    """Who is the same as whom or another, with who says so, when and why."""

    id: str = Field(description="Made from its content", examples=["judgement:0a1b"])
    key: str = Field(description="The id made safe for paths", examples=["judgement:0a1b"])
    decision: str = Field(description="same, different or unsure", examples=["same"])
    left_id: str = Field(description="One side: an extracted id, or a part of one", examples=["Q567"])
    right_id: str = Field(description="The other side", examples=["person:angela-merkel"])
    left_article: str | None = Field(
        None, description="Only as this article means it; null: wherever it occurs", examples=["a"]
    )
    right_article: str | None = Field(
        None, description="Only as this article means it; null: wherever it occurs", examples=["b"]
    )
    reason: str = Field(description="Why", examples=["the chancellor in both"])
    by: str = Field(description="Who; a rule begins with rule:", examples=["a.analyst"])
    at: str = Field(description="When, UTC", examples=["2026-11-25T12:00:00.000000Z"])
    state: str = Field(description="holds, partly, overruled, unsure or withdrawn", examples=["holds"])
    against: list[str] = Field(
        description="Judgements that stand against it where it does not hold", examples=[["judgement:9f8e"]]
    )
    withdrawn_at: str | None = Field(
        None, description="Since when it holds no longer", examples=["2026-11-26T09:00:00Z"]
    )
    withdrawn_by: str | None = Field(None, description="Who withdrew it", examples=["a.analyst"])
    withdrawn_because: str | None = Field(None, description="Why", examples=["two persons after all"])


class Candidate(Body):
    """Two actors that may be one."""

    left: ActorReference = Field(description="One actor")
    right: ActorReference = Field(description="The other")
    degree: float = Field(description="Orders candidates and measures nothing", examples=[0.9])
    speaks_for: list[str] = Field(description="What speaks for it", examples=[["both are called Jon Smith"]])
    speaks_against: list[str] = Field(
        description="What speaks against it", examples=[["one is of GB, the other of US"]]
    )


class RoleStatement(Body):
    """What one article says of a role."""

    claim: str = Field(description="The claim's key", examples=["claim:0a1b"])
    status: str = Field(description="Is it said to be so", examples=["asserted"])
    role_from: str | None = Field(None, description="Since when, as far as stated", examples=["2024-10"])
    role_to: str | None = Field(None, description="Until when, as far as stated", examples=["2025"])
    day: str | None = Field(None, description="The day for which it is said", examples=["2026-01-30"])
    quote: str | None = Field(None, description="The sentence", examples=["Premier Smith spoke."])
    article: ArticleReference = Field(description="Where it stands")
    said_by: list[str] = Field(description="Who reports it; empty is the writer", examples=[[]])


class Role(Body):
    """An office of a body, its holder, and what articles say of that."""

    person: ActorReference = Field(description="Who holds it")
    role: str = Field(description="The title", examples=["Premier"])
    body: ActorReference | None = Field(None, description="Of what it is an office")
    first: str | None = Field(None, description="The first day for which it is said", examples=["2025-01-30"])
    last: str | None = Field(None, description="The last such day", examples=["2026-01-30"])
    statements: list[RoleStatement] = Field(description="What articles say")
    contested: list[str] = Field(
        description="What contradicts it", examples=[["some articles say so, others deny it"]]
    )
