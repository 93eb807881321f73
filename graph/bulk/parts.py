"""Articles that come in parts, put together in a stage."""

from collections import defaultdict
from dataclasses import dataclass, field

from graph.bulk.staging import Stage
from graph.bulk.staging_lines import stage_content
from graph.errors import ArticleError
from graph.identity import traits
from graph.jsonl import faults
from graph.loading_rows import article as article_row
from graph.model import Actor, Extraction, Part


@dataclass(slots=True)
class Parts:
    """The parts of one article that came so far."""

    stage: Stage
    first: Part
    with_text: bool = True
    signature: str | None = None
    _article: int = 0
    _next: int = 1
    _actors: dict[str, Actor] = field(default_factory=dict)
    _roles: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _mentions: int = 0
    _quotations: int = 0

    def __post_init__(self) -> None:
        """Begin the article."""
        extraction = self.first.extraction
        self._article = self.stage.article(extraction.article.id)
        properties = article_row(extraction, self.first.whole, with_text=self.with_text)
        if self.signature is not None:
            properties["signature"] = self.signature
        self.stage.describe(
            self._article, {name: value for name, value in properties.items() if value is not None}
        )

    def add(self, part: Part) -> bool:
        """Stage the next part, the first one included; return whether it is the last.

        Raises:
            ArticleError: it is not the next, or contradicts itself.

        """
        extraction = part.extraction
        identity = extraction.article.id
        same = (identity, part.of, part.whole) == (
            self.first.extraction.article.id,
            self.first.of,
            self.first.whole,
        )
        if not same or part.number != self._next:
            raise self.missing()
        for fault in faults(extraction, check_text=False, known=self._actors, denied=False):
            raise ArticleError(f"article {identity[:200]!r}, part {part.number}: {fault}")
        self._stage(extraction)
        self._next += 1
        if part.number < part.of:
            return False
        self._tell_apart()
        return True

    def missing(self) -> ArticleError:
        """Return the error that the next part did not come."""
        return ArticleError(
            f"article {self.first.extraction.article.id[:200]!r}: part {self._next} of {self.first.of} is missing;"
            " load the whole file"
        )

    def _stage(self, extraction: Extraction) -> None:
        counts = (len(self._actors), self._mentions, self._quotations)
        self._actors |= {actor.id: actor for actor in extraction.actors}
        for claim in extraction.claims:
            if claim.relation == "HOLDS_ROLE" and claim.status == "asserted" and claim.role:
                self._roles[claim.source].append(claim.role)
        stage_content(self.stage, self._article, extraction, actors=self._actors, before=counts)
        self._mentions += len(extraction.mentions)
        self._quotations += len(extraction.quotations)

    def _tell_apart(self) -> None:
        """Write by which of their offices persons may be told apart: the claims of these came after them."""
        for identity, roles in self._roles.items():
            actor = self._actors[identity]
            part = traits.part(
                identity, actor.kind, country=actor.country, wikidata=actor.wikidata,
                names=(actor.name, *actor.names), roles=roles,
            )  # fmt: skip
            self.stage.set_part(self._article, identity, part)


class Assembly:
    """Parts as they come, one article after the other; what is not whole is dropped with an error."""

    def __init__(self, *, with_text: bool = True) -> None:
        self._with_text = with_text
        self._stage: Stage | None = None
        self._parts: Parts | None = None
        self._refused: str | None = None  # the whole of which nothing more is said

    def take(self, part: Part, *, with_text: bool = True, signature: str | None = None) -> Stage | None:
        """Take the next part in; return the complete stage after the last, which the caller closes.

        Raises:
            ArticleError: it does not follow the one before. The others of its article are then silently dropped.

        """
        if part.whole == self._refused:
            return None
        if self._parts is None or part.number == 1:
            self.end()
            self._stage = Stage()
            self._parts = Parts(
                self._stage, part, with_text=self._with_text and with_text, signature=signature
            )
        try:
            done = self._parts.add(part)
        except ArticleError:
            self._refused = part.whole
            self._drop()
            raise
        if not done:
            return None
        stage, self._stage, self._parts = self._stage, None, None
        if stage is not None:
            stage.complete()
        return stage

    def end(self) -> None:
        """Say that no part follows.

        Raises:
            ArticleError: one was missing.

        """
        if self._parts is not None:
            error = self._parts.missing()
            self._drop()
            raise error

    def _drop(self) -> None:
        if self._stage is not None:
            self._stage.close()
        self._stage = self._parts = None
