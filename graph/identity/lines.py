"""Judgements as JSON lines: one a line, with the fields of `graph.identity.judgement.Judgement`."""

import json
from dataclasses import asdict
from functools import cache

from pydantic import TypeAdapter, ValidationError

from graph.errors import InputError, LineError
from graph.identity.judgement import Judgement, judgement


@cache
def _adapter() -> TypeAdapter[Judgement]:
    return TypeAdapter(Judgement)


def to_line(made: Judgement) -> str:
    """Return a judgement as one line of JSON, without the line's end."""
    return json.dumps(asdict(made), ensure_ascii=False, separators=(",", ":"))


def from_line(line: str | bytes, *, place: str) -> Judgement:
    """Return the judgement that a line holds; `id` may be left out, it follows from the rest.

    Args:
        line: the line, as text or UTF-8.
        place: where it stands ("judgements.jsonl, line 3"), for the message.

    Raises:
        LineError: the line is no JSON, breaks the format, or holds what newsgraph derives from articles itself.

    """
    try:
        data = json.loads(line)
    except ValueError as error:
        raise LineError(f"{place}: is no JSON ({error})") from error
    if not isinstance(data, dict):
        raise LineError(f"{place}: is no JSON object")
    unknown = sorted(data.keys() - Judgement.__dataclass_fields__.keys())
    if unknown:
        raise LineError(f"{place}: unknown field {unknown[0]!r}")
    optional = {"id": "", "left_article": None, "right_article": None}
    try:
        given = _adapter().validate_python({**optional, **data})
        made = judgement(
            given.decision, given.left, given.right, reason=given.reason, by=given.by, at=given.at
        )
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "line"
        raise LineError(f"{place}: {field}: {first['msg']}") from error
    except InputError as error:
        raise LineError(f"{place}: {error}") from error
    if made.derived:
        raise LineError(f"{place}: {made.by} follows from articles and cannot be brought in")
    if given.id not in {"", made.id}:
        raise LineError(f"{place}: id {given.id!r} is not that of this judgement; it was changed by hand")
    withdrawal = (given.withdrawn_at, given.withdrawn_by, given.withdrawn_because)
    if any(withdrawal) and not all(withdrawal):
        raise LineError(f"{place}: withdrawn_at, withdrawn_by and withdrawn_because go together")
    fields = asdict(made)
    names = ("withdrawn_at", "withdrawn_by", "withdrawn_because")
    return Judgement(**{**fields, **dict(zip(names, withdrawal, strict=True))})
