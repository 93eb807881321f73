"""Bodies of the responses."""

from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, computed_field

Item = TypeVar("Item")
SENTENCE, CODED = "sentence", "coded, no sentence"


class Body(BaseModel):
    """What all bodies share: unknown fields never leave the house."""

    model_config = ConfigDict(extra="ignore")


class Problem(Body):
    """An error, as RFC 9457 has it."""

    type: str = Field(
        description="What kind of problem, about:blank for the plain status", examples=["about:blank"]
    )
    title: str = Field(description="The status in words", examples=["Not Found"])
    status: int = Field(description="The HTTP status", examples=[404])
    detail: str = Field(description="What is wrong and what to do", examples=["no actor has the key 'Q0'"])
    instance: str = Field(description="The path that was asked for", examples=["/v1/actors/Q0"])
    request_id: str = Field(description="To be quoted in reports; also in the log", examples=["5f1c2a9e"])


class Page(Body, Generic[Item]):
    """A page of a list."""

    items: list[Item] = Field(description="The items of this page")
    next: str | None = Field(description="Cursor of the next page, null on the last", examples=["MjA"])


class ActorReference(Body):
    """An actor in few words."""

    id: str = Field(description="Wikidata QID, or kind and name", examples=["Q30"])
    key: str = Field(description="The id made safe for paths", examples=["Q30"])
    kind: str | None = Field(
        description="Person, Organization, Country, Place or Group", examples=["Country"]
    )
    name: str = Field(description="What most articles call it", examples=["United States"])


class Actor(ActorReference):
    """An actor."""

    aliases: list[str] = Field(description="Other forms seen", examples=[["US", "Washington"]])
    wikidata: str | None = Field(None, description="Wikidata QID", examples=["Q30"])
    country: str | None = Field(None, description="ISO 3166-1 alpha-2", examples=["US"])
    sector: str | None = Field(None, description="What it is active in", examples=["government"])
    article_count: int = Field(0, description="Articles that mention it", examples=[12])


class ActorDetail(Actor):
    """An actor and how much is said of it."""

    claims_as_source: int = Field(description="Claims in which it acts", examples=[31])
    claims_as_target: int = Field(description="Claims in which it is acted on", examples=[17])
    quotation_count: int = Field(description="Quotations of it", examples=[9])


class ArticleReference(Body):
    """An article in few words."""

    key: str = Field(description="The id made safe for paths", examples=["~aHR0cHM6Ly9leGFtcGxlLm9yZy8x"])
    title: str | None = Field(None, description="Its title", examples=["Talks end without a deal"])
    publisher: str | None = Field(None, description="Who published it", examples=["Northern Courier"])
    published: str | None = Field(None, description="ISO date", examples=["2026-01-30"])


class Article(ArticleReference):
    """An article."""

    id: str = Field(
        description="The given id, else the URL, else the hash", examples=["https://example.org/1"]
    )
    url: str | None = Field(None, description="Where it stands", examples=["https://example.org/1"])
    language: str | None = Field(None, description="ISO 639-1", examples=["en"])
    extractor: str | None = Field(
        None, description="What made its claims", examples=["newsgraph 0.1.0 en_core_web_sm"]
    )
    claim_count: int = Field(description="How many claims it states", examples=[14])


class Speaker(Body):
    """One link of the chain of who reports a claim."""

    order: int = Field(description="0 is nearest to the event", examples=[0])
    cue: str | None = Field(description="The reporting word", examples=["said"])
    actor: ActorReference = Field(description="Who reports")


class Evidence(Body):
    """The latest sentence behind a connection."""

    claim: str = Field(description="The claim's key", examples=["claim:0a1b"])
    status: str = Field(description="Is it said to have happened", examples=["asserted"])
    condition: str | None = Field(
        None, description="On what it depends", examples=["if Canada deepens trade ties"]
    )
    quote: str | None = Field(description="The sentence; null where others coded it", examples=["A met B."])
    article: ArticleReference = Field(description="Where it stands")
    said_by: list[str] = Field(description="Who reports it; empty is the writer", examples=[["Jeff Rath"]])

    @computed_field(  # type: ignore[prop-decorator]
        description="sentence, or: coded, no sentence, where others coded it", examples=[SENTENCE]
    )
    @property
    def basis(self) -> str:
        """What the claim rests on."""
        return CODED if self.quote is None else SENTENCE


class Connection(Body):
    """A relation of an actor with another, by the claims that pass the filters."""

    actor: Actor = Field(description="The other actor")
    relation: str = Field(description="The relation", examples=["MET_WITH"])
    direction: str = Field(description="out: it acts; in: it is acted on; both: symmetric", examples=["out"])
    event_count: int = Field(description="Happenings that those claims tell of", examples=[2])
    claim_count: int = Field(description="Claims that pass the filters", examples=[3])
    article_count: int = Field(description="Articles of those", examples=[2])
    publisher_count: int = Field(description="Publishers of those", examples=[2])
    own_voice_count: int = Field(
        description="Claims in a writer's own voice; 0 means only some party says so", examples=[2]
    )
    denied_count: int = Field(description="Claims that deny it", examples=[0])
    first_date: str | None = Field(None, description="First date stated", examples=["2025-04-01"])
    last_date: str | None = Field(None, description="Last date stated", examples=["2026-01-29"])
    latest: Evidence = Field(description="The latest evidence")


class Claim(Body):
    """One statement of an article."""

    id: str = Field(description="Made from its content", examples=["claim:0a1b"])
    key: str = Field(description="The id made safe for paths", examples=["claim:0a1b"])
    caption: str = Field(description="The claim in a few words", examples=["Trump threatened Canada (if …)"])
    relation: str = Field(description="The relation", examples=["THREATENED"])
    mode: str | None = Field(None, description="How, by PLOVER", examples=["restrict"])
    plover: str | None = Field(None, description="PLOVER root code", examples=["THREATEN"])
    cameo: str | None = Field(None, description="CAMEO code", examples=["130"])
    quad_class: int = Field(0, description="1, 2 cooperation; 3, 4 conflict; 0 none", examples=[3])
    status: str = Field(description="Is it said to have happened", examples=["asserted"])
    condition: str | None = Field(
        None, description="On what it depends", examples=["if Canada deepens trade ties"]
    )
    source: ActorReference = Field(description="Who acts")
    target: ActorReference | None = Field(None, description="On whom, where that is known")
    source_text: str | None = Field(None, description="The source in the text's words", examples=["Trump"])
    target_text: str | None = Field(None, description="The target in the text's words", examples=["Canada"])
    trigger: str | None = Field(None, description="The word that says it", examples=["threatened"])
    trigger_start: int | None = Field(None, description="Where in the text", examples=[120])
    trigger_end: int | None = Field(None, description="Where in the text", examples=[130])
    quote: str | None = Field(None, description="The sentence", examples=["Trump threatened Canada."])
    start: int | None = Field(None, description="Where it begins in the text, code points", examples=[114])
    end: int | None = Field(None, description="Where it ends", examples=[210])
    date: str | None = Field(None, description="As far as stated", examples=["2026-01"])
    date_from: str | None = Field(None, description="First day of that", examples=["2026-01-01"])
    date_to: str | None = Field(None, description="Last day of that", examples=["2026-01-31"])
    date_precision: str | None = Field(None, description="day, month or year", examples=["month"])
    date_basis: str | None = Field(
        None, description="explicit, relative, or the day it was published", examples=["relative"]
    )
    stated_count: int | None = Field(None, description="How often, where stated", examples=[3])
    role: str | None = Field(None, description="The office, for HOLDS_ROLE", examples=["Premier"])
    said_by: list[Speaker] = Field(description="Who reports it; empty is the writer's own voice")
    article: ArticleReference = Field(description="Where it stands")
    confidence: float = Field(description="From 0 to 1", examples=[0.86])
    rule: str = Field(description="What made it", examples=["verb:threaten:condition"])
    rejected: bool = Field(
        default=False, description="Somebody judged it wrong: it makes no edge and no event", examples=[False]
    )

    @computed_field(  # type: ignore[prop-decorator]
        description="sentence, or: coded, no sentence, where others coded it", examples=[SENTENCE]
    )
    @property
    def basis(self) -> str:
        """What the claim rests on."""
        return CODED if self.quote is None else SENTENCE


class ClaimReference(Body):
    """A claim in few words."""

    key: str = Field(description="The claim's key", examples=["claim:0a1b"])
    caption: str = Field(description="The claim in a few words", examples=["A denied a claim about B"])


class Surrounding(Body):
    """The text around a claim's sentence; empty where the graph holds no texts."""

    text: str = Field(description="The sentence and what stands around it", examples=["… A met B. …"])
    quote_start: int = Field(description="Where the sentence begins in it", examples=[2])
    quote_end: int = Field(description="Where the sentence ends in it", examples=[10])


class ClaimJudgement(Body):
    """What somebody judged of a claim."""

    key: str = Field(description="The judgement's key", examples=["correction:0a1b"])
    decision: str = Field(description="reject or accept", examples=["reject"])
    reason: str = Field(description="Why", examples=["the sentence is about a film"])
    by: str = Field(description="Who", examples=["a.analyst"])
    at: str = Field(description="When, UTC", examples=["2026-11-25T12:00:00.000000Z"])


class ClaimDetail(Claim):
    """A claim with its surroundings, denials and judgements."""

    surrounding: Surrounding | None = Field(None, description="The text around")
    judgements: list[ClaimJudgement] = Field(
        description="What was judged of it and not withdrawn, the latest, which holds, first"
    )
    denies: list[ClaimReference] = Field(description="The claims that it denies")
    denied_by: list[ClaimReference] = Field(description="The claims that deny it")


class ArticleDetail(Article):
    """An article with the first of its claims."""

    text: str | None = Field(None, description="Its text, where the graph holds it", examples=["A met B."])


class KindOfActor(Body):
    """A kind of actor."""

    name: str = Field(examples=["Person"], description="Its name")
    definition: str = Field(examples=["A human being."], description="What it is")


class Status(Body):
    """A status."""

    name: str = Field(examples=["asserted"], description="Its name")
    factuality: str = Field(examples=["fact"], description="fact, open or not")
    definition: str = Field(examples=["It happened."], description="What it means")


class Relation(Body):
    """A relation."""

    name: str = Field(examples=["MET_WITH"], description="Its name")
    display: str = Field(examples=["met with"], description="How it reads")
    definition: str = Field(examples=["Met, held talks."], description="When it is the right one")
    symmetric: bool = Field(examples=[True], description="Whether it has no direction")
    plover: str = Field(examples=["CONSULT"], description="PLOVER root code, empty for none")
    cameo: str = Field(examples=["040"], description="CAMEO code, empty for none")
    quad: int = Field(examples=[1], description="PLOVER's class")
    modes: list[str] = Field(examples=[["visit"]], description="How it may be done")


class Ontology(Body):
    """What may exist."""

    kinds: list[KindOfActor] = Field(description="Kinds of actors")
    statuses: list[Status] = Field(description="Statuses")
    relations: list[Relation] = Field(description="Relations")


class Health(Body):
    """That the service is up."""

    status: Annotated[str, Field(examples=["ok"], description="Always ok")]
