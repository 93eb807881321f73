"""Bodies of what happened, and of what is contested."""

from pydantic import Field

from api.schemas import ActorReference, Body, Evidence


class Event(Body):
    """A happening, by the claims of all articles that tell of it; counts are over the claims of its status."""

    id: str = Field(description="Made from its content", examples=["event:0a1b"])
    key: str = Field(description="The id made safe for paths", examples=["event:0a1b"])
    caption: str = Field(description="The event in a few words", examples=["Trump threatened Canada"])
    relation: str = Field(description="The relation", examples=["THREATENED"])
    source: ActorReference = Field(description="Who acts")
    target: ActorReference = Field(description="On whom")
    place: ActorReference | None = Field(None, description="Where, as far as stated")
    status: str = Field(
        description="What the firmest of its claims says: asserted, possible, planned, conditional, denied, negated",
        examples=["asserted"],
    )
    contested: bool = Field(description="Whether some assert it and others deny it", examples=[False])
    first_date: str | None = Field(
        None, description="The first day that it may have been", examples=["2026-01-30"]
    )
    last_date: str | None = Field(None, description="The last such day", examples=["2026-01-30"])
    date_precision: str | None = Field(
        None, description="day, month or year; null where no claim states a date", examples=["day"]
    )
    first_told: str | None = Field(
        None, description="When the first article told it", examples=["2026-01-30"]
    )
    last_told: str | None = Field(None, description="When the last article told it", examples=["2026-02-01"])
    day: str = Field(description="The day by which it is listed", examples=["2026-01-30"])
    claim_count: int = Field(description="Claims of its status", examples=[3])
    article_count: int = Field(description="Articles of those", examples=[3])
    publisher_count: int = Field(description="Publishers of those", examples=[2])
    source_count: int = Field(
        description="Independent sources of those: near-identical articles are one", examples=[2]
    )
    own_voice_count: int = Field(
        description="Claims in a writer's own voice; 0 means only some party says so", examples=[2]
    )
    denied_count: int = Field(description="Claims that deny it", examples=[0])
    confidence: float = Field(description="Of the surest claim, from 0 to 1", examples=[0.86])


class Contested(Event):
    """An event that some assert and others deny, with who says so where."""

    asserted_by: list[Evidence] = Field(description="Who asserts it, by which sentence of which article")
    denied_by: list[Evidence] = Field(description="Who denies it, by which sentence of which article")
