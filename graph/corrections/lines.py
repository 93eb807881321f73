"""Corrections as JSON lines: one a line, with the fields of `graph.corrections.correction.Correction`."""

import json
from dataclasses import asdict, replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from graph.corrections.correction import Correction, correction, rating
from graph.errors import InputError, LineError

_OPTIONAL = ("id", "claim_id", "article_id", "mark", "publisher", "rating")
_WITHDRAWAL = ("withdrawn_at", "withdrawn_by", "withdrawn_because")


@cache
def _adapter() -> TypeAdapter[Correction]:
    return TypeAdapter(Correction)


def to_line(made: Correction) -> str:
    """Return a correction as one line of JSON, without the line's end."""
    return json.dumps(asdict(made), ensure_ascii=False, separators=(",", ":"))


def from_object(data: dict[str, Any], *, place: str) -> Correction:
    """Return the correction that a line's object holds; `id` may be left out, it follows from the rest.

    Raises:
        LineError: it breaks the format; `place` says where.

    """
    unknown = sorted(data.keys() - Correction.__dataclass_fields__.keys())
    if unknown:
        raise LineError(f"{place}: unknown field {unknown[0]!r}")
    try:
        given = _adapter().validate_python({**dict.fromkeys(_OPTIONAL), **data, "id": data.get("id") or ""})
        made = _made(given)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "line"
        raise LineError(f"{place}: {field}: {first['msg']}") from error
    except InputError as error:
        raise LineError(f"{place}: {error}") from error
    if given.id not in {"", made.id}:
        raise LineError(f"{place}: id {given.id!r} is not that of this judgement; it was changed by hand")
    withdrawal = {name: getattr(given, name) for name in _WITHDRAWAL}
    if any(withdrawal.values()) and not all(withdrawal.values()):
        raise LineError(f"{place}: withdrawn_at, withdrawn_by and withdrawn_because go together")
    return replace(made, **withdrawal)


def _made(given: Correction) -> Correction:
    signed = {"reason": given.reason, "by": given.by, "at": given.at}
    about = (given.claim_id, given.article_id, given.mark)
    if given.decision == "rate":
        if any(about):
            raise InputError("a rating is of a publisher, not of a claim")
        return rating(given.publisher or "", given.rating or "", **signed)
    if given.publisher or given.rating or not (given.claim_id and given.article_id and given.mark):
        raise InputError("a judgement on a claim needs claim_id, article_id and mark, and has no publisher")
    return correction(given.decision, (given.claim_id, given.article_id, given.mark), **signed)
