"""The data: what an article says, as frozen dataclasses.

Field names and order are those of a line of an extraction file, the joint between the extractor and the
graph (docs/lines.md). Unknown is `None` or empty. Offsets are Unicode code points, half-open, into
`Article.text`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was given; `text` is never changed, `sha256` is over its UTF-8."""

    id: str
    url: str | None
    title: str | None
    publisher: str | None
    published: str | None  # ISO date
    language: str | None  # ISO 639-1
    text: str
    sha256: str
    extractor: str | None  # name, version and pipeline of the program that made the claims


@dataclass(frozen=True, slots=True)
class Resolution:
    """Why an actor is who it is said to be: a rule's name and a confidence from 0 to 1."""

    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organization, country, place or group; `id` is a Wikidata QID or `kind:slug[@article]`."""

    id: str
    kind: str
    name: str
    names: tuple[str, ...]
    wikidata: str | None
    country: str | None  # ISO 3166-1 alpha-2
    sector: str | None
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text that refers to an actor."""

    actor: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """One link of the chain of who reports a claim; `cue` is the reporting word of the text."""

    actor: str
    cue: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of a source–relation–target triple, in one article at one place.

    `status` says whether it is said to have happened; `said_by[0]` is nearest to the event, empty means the
    writer's own voice; `quote` is `text[start:end]`, None for rows that others coded.
    """

    id: str
    relation: str
    mode: str | None
    plover: str | None
    cameo: str | None
    source: str
    target: str | None
    source_text: str | None
    target_text: str | None
    status: str
    condition: str | None
    trigger: str | None
    trigger_start: int | None
    trigger_end: int | None
    quote: str | None
    start: int | None
    end: int | None
    date: str | None  # ISO date, month or year
    date_precision: str | None  # day, month or year
    date_basis: str | None  # explicit, relative or published
    stated_count: int | None
    place: str | None
    role: str | None
    role_from: str | None
    role_to: str | None
    said_by: tuple[Speaker, ...]
    denies: str | None
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that somebody is quoted (`direct`) or reported as saying."""

    id: str
    speaker: str | None
    speaker_text: str | None
    cue: str | None
    text: str
    start: int
    end: int
    direct: bool


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article brings: one line of an extraction file."""

    article: Article
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One of several lines that together bring an article too large for one.

    The parts of an article follow each other in order; `whole` is the hash by which the whole of them is known again.
    Actors come before what names them.
    """

    extraction: Extraction
    number: int  # from 1
    of: int
    whole: str
