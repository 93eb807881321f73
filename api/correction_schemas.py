"""Bodies of judgements on claims and publishers."""

from typing import Literal

from pydantic import ConfigDict, Field

from api.schemas import Body


class NewCorrection(Body):
    """A judgement to be made: on a claim, or on a publisher."""

    model_config = ConfigDict(extra="forbid")

    decision: Literal["reject", "accept", "rate"] = Field(description="What is judged", examples=["reject"])
    claim: str | None = Field(
        None, max_length=3000, description="Key or id of the claim; not with rate", examples=["claim:0a1b"]
    )
    publisher: str | None = Field(
        None,
        max_length=3000,
        description="The publisher, as articles name it; only with rate",
        examples=["Courier"],
    )
    rating: Literal["A", "B", "C", "D", "E"] | None = Field(
        None, description="A is the best; only with rate", examples=["B"]
    )
    reason: str = Field(
        min_length=1,
        max_length=3000,
        description="Why; others will read it",
        examples=["the sentence is about a film"],
    )
    by: str = Field(min_length=1, max_length=300, description="Who judges", examples=["a.analyst"])


class Correction(Body):
    """A judgement on a claim or a publisher, with who says so, when and why."""

    id: str = Field(description="Made from its content", examples=["correction:0a1b"])
    key: str = Field(description="The id made safe for paths", examples=["correction:0a1b"])
    decision: str = Field(description="reject, accept or rate", examples=["reject"])
    claim_id: str | None = Field(
        None, description="The claim's id when it was judged", examples=["claim:0a1b"]
    )
    article_id: str | None = Field(None, description="The article that states it", examples=["a"])
    publisher: str | None = Field(None, description="Who is rated", examples=["Courier"])
    rating: str | None = Field(None, description="From A, the best, to E", examples=["B"])
    reason: str = Field(description="Why", examples=["the sentence is about a film"])
    by: str = Field(description="Who", examples=["a.analyst"])
    at: str = Field(description="When, UTC", examples=["2026-11-25T12:00:00.000000Z"])
    state: str = Field(description="holds, overruled by a later one, or withdrawn", examples=["holds"])
    against: list[str] = Field(description="Later ones that overrule it", examples=[["correction:9f8e"]])
    withdrawn_at: str | None = Field(
        None, description="Since when it holds no longer", examples=["2026-11-26T09:00:00Z"]
    )
    withdrawn_by: str | None = Field(None, description="Who withdrew it", examples=["a.analyst"])
    withdrawn_because: str | None = Field(None, description="Why", examples=["it is right after all"])


class Publisher(Body):
    """A publisher, its rating and how many articles are its."""

    publisher: str = Field(description="As articles name it", examples=["Courier"])
    rating: str | None = Field(
        None, description="From A, the best, to E; null where nobody rated it", examples=["B"]
    )
    articles: int = Field(description="Its articles", examples=[120])
