"""Judgements: who is the same as whom or another, with who says so, when and why."""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Literal, get_args

from graph.errors import InputError
from graph.identity.references import Reference, reference
from graph.ids import content_id, key

Decision = Literal["same", "different", "unsure"]
DECISIONS: tuple[Decision, ...] = get_args(Decision)
_LONGEST = 3000  # bytes, as of the ids of extraction lines
RULE = "rule:"  # with it begins who made a judgement, where that is a rule of a program
# These follow from what articles say and are derived with it; others are kept like a person's.
DERIVED = frozenset({"rule:country", "rule:field", "rule:generation", "rule:wikidata"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judgement; `withdrawn_*` say that it holds no longer, since when, by whom and why."""

    id: str
    decision: Decision
    left_id: str
    right_id: str
    left_article: str | None
    right_article: str | None
    reason: str
    by: str
    at: str  # ISO date and time in UTC
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None
    withdrawn_because: str | None = None

    @property
    def left(self) -> Reference:
        """One of the two."""
        return reference(self.left_id, self.left_article)

    @property
    def right(self) -> Reference:
        """The other."""
        return reference(self.right_id, self.right_article)

    @property
    def sides(self) -> tuple[Reference, Reference]:
        """Both."""
        return self.left, self.right

    @property
    def human(self) -> bool:
        """Whether a person made it and not a rule."""
        return not self.by.startswith(RULE)

    @property
    def derived(self) -> bool:
        """Whether it follows from what articles say."""
        return self.by in DERIVED

    def __str__(self) -> str:
        return f"{self.id} ({self.left} {self.decision} {self.right}, by {self.by}: {self.reason})"


def judgement(
    decision: str, left: Reference, right: Reference, *, reason: str, by: str, at: str | None = None
) -> Judgement:
    """Return a judgement; its id depends on what it says, who says it, when and why.

    The two are put in order, so that it does not matter which is named first.

    Raises:
        InputError: no such decision, no reason, nobody who says so, no time, or only one actor.

    """
    known: Decision | None = next((each for each in DECISIONS if each == decision), None)
    if known is None:
        raise InputError(f"decision {decision!r} is none of {', '.join(DECISIONS)}")
    if not reason.strip():
        raise InputError("a judgement needs a reason: say why, so that others can check it")
    if not by.strip():
        raise InputError("a judgement needs a name: say who judges")
    for text in (left.id, right.id, left.article or "", right.article or "", reason, by):
        require_storable(text)
    one, other = sorted((left, right), key=lambda each: (each.identity, each.part, each.article or ""))
    if one == other:
        raise InputError(f"{one} is named twice; a judgement is about two")
    if known != "different" and one.identity == other.identity and not _narrow(one) and not _narrow(other):
        raise InputError(f"{one} is one id already")
    when = time(at)
    sides = (one.id, other.id, one.article, other.article)
    identity = content_id("judgement", known, *sides, reason.strip(), by.strip(), when)
    return Judgement(identity, known, *sides, reason.strip(), by.strip(), when)


def require_storable(text: str) -> None:
    """Raise InputError if the graph cannot hold a text of a judgement."""
    if len(text.encode("utf-8", "surrogatepass")) > _LONGEST:
        raise InputError(f"{text[:50]!r}… is too long; ids, names and reasons have at most {_LONGEST} bytes")
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise InputError(f"{text[:50]!r} holds half a character (a lone surrogate), which is no text")


def now() -> str:
    """Return the time as a judgement bears it."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def properties(made: Judgement) -> dict[str, Any]:
    """Return what the graph keeps of a judgement: its fields, the ids to find it by, and of whom a rule judged."""
    left, right = made.left, made.right
    # A rule judges of the id of which it names a part.
    subject = (left if left.part else right).identity if made.derived else None
    return {
        **asdict(made),
        "key": key(made.id),
        "left_actor": left.identity,
        "right_actor": right.identity,
        "subject": subject,
    }


def _narrow(side: Reference) -> bool:
    return bool(side.part) or side.article is not None


def time(at: str | None) -> str:
    """Return a time as a judgement bears it; None is now.

    Raises:
        InputError: it is no date and time.

    """
    if at is None:
        return now()
    try:
        when = datetime.fromisoformat(at)
    except ValueError as error:
        raise InputError(f"{at!r} is no date and time; write it as 2026-01-30T12:00:00Z") from error
    when = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    return when.isoformat(timespec="microseconds").replace("+00:00", "Z")
