"""Corrections: a claim rejected or accepted, a publisher rated, with who says so, when and why."""

from dataclasses import dataclass
from typing import Literal, get_args

from graph.corrections.marks import mark
from graph.errors import InputError
from graph.identity.judgement import require_storable, time
from graph.ids import content_id
from graph.model import Claim

Decision = Literal["reject", "accept", "rate"]
DECISIONS: tuple[Decision, ...] = get_args(Decision)
RATINGS = ("A", "B", "C", "D", "E")  # the first is the best


@dataclass(frozen=True, slots=True)
class Correction:
    """One judgement on a claim or a publisher; `withdrawn_*` say that it holds no longer, since when, by whom and why.

    Attributes:
        id: made from the other fields up to `at`.
        decision: reject or accept a claim, or rate a publisher.
        claim_id: the claim's id when it was judged; None for a rating.
        article_id: the article that states it.
        mark: by what the claim is known again when its article is extracted anew (`graph.corrections.marks`).
        publisher: who is rated; None for a claim.
        rating: from A, the best, to E.
        reason: why.
        by: who.
        at: when, ISO date and time in UTC.
        withdrawn_at: since when it holds no longer.
        withdrawn_by: who withdrew it.
        withdrawn_because: why.

    """

    id: str
    decision: Decision
    claim_id: str | None
    article_id: str | None
    mark: str | None
    publisher: str | None
    rating: str | None
    reason: str
    by: str
    at: str
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None
    withdrawn_because: str | None = None

    @property
    def subject(self) -> str:
        """Of what it speaks, the same for judgements on the same: a claim's mark, or a publisher's name."""
        return self.mark if self.mark is not None else f"publisher {self.publisher}"


def on_claim(
    decision: str, claim: Claim, article: str, *, reason: str, by: str, at: str | None = None
) -> Correction:
    """Return the judgement on a claim of an article.

    Raises:
        InputError: no such decision, no reason, nobody who says so, or no time.

    """
    return correction(decision, (claim.id, article, mark(claim, article)), reason=reason, by=by, at=at)


def correction(
    decision: str, about: tuple[str, str, str], *, reason: str, by: str, at: str | None = None
) -> Correction:
    """Return the judgement on a claim of which the id, the article's id and the mark are given.

    Raises:
        InputError: no such decision, no reason, nobody who says so, or no time.

    """
    known: Decision | None = next((each for each in DECISIONS[:2] if each == decision), None)
    if known is None:
        raise InputError(f"decision {decision!r} is neither reject nor accept")
    when = _signed(reason, by, at)
    for text in about:
        require_storable(text)
    claim, article, known_by = about
    identity = content_id("correction", known, claim, article, known_by, reason.strip(), by.strip(), when)
    return Correction(identity, known, claim, article, known_by, None, None, reason.strip(), by.strip(), when)


def rating(publisher: str, grade: str, *, reason: str, by: str, at: str | None = None) -> Correction:
    """Return the judgement that a publisher is of a grade from A, the best, to E.

    Raises:
        InputError: no such grade, no publisher, no reason, nobody who says so, or no time.

    """
    if grade not in RATINGS:
        raise InputError(f"rating {grade!r} is none of {', '.join(RATINGS)}")
    if not publisher.strip():
        raise InputError("name the publisher as the articles do")
    when = _signed(reason, by, at)
    require_storable(publisher)
    identity = content_id("correction", "rate", publisher, grade, reason.strip(), by.strip(), when)
    return Correction(identity, "rate", None, None, None, publisher, grade, reason.strip(), by.strip(), when)


def _signed(reason: str, by: str, at: str | None) -> str:
    if not reason.strip():
        raise InputError("a judgement needs a reason: say why, so that others can check it")
    if not by.strip():
        raise InputError("a judgement needs a name: say who judges")
    for text in (reason, by):
        require_storable(text)
    return time(at)
