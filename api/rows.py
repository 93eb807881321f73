"""Rows of the store as bodies of responses."""

from typing import Any

from api.schemas import Claim, ClaimDetail
from graph.store import Row


def claim(row: Row) -> Claim:
    """Return the claim of a row."""
    return Claim.model_validate(_fields(row))


def claim_detail(row: Row, window: int, judgements: list[Row]) -> ClaimDetail:
    """Return the claim of a row with `window` code points of the article around its sentence, and what was judged of it."""
    fields = _fields(row)
    text, start, end = row["surrounding"], row["claim"].get("start"), row["claim"].get("end")
    if text and start is not None and end is not None:
        before = min(start, window)
        fields["surrounding"] = {"text": text, "quote_start": before, "quote_end": before + end - start}
    fields |= {"denies": row["denies"], "denied_by": row["denied_by"]}
    return ClaimDetail.model_validate({**fields, "judgements": [each["correction"] for each in judgements]})


def _fields(row: Row) -> dict[str, Any]:
    speakers = sorted(row["said_by"], key=lambda speaker: int(speaker["order"]))
    return {
        **row["claim"],
        "rejected": bool(row["claim"].get("rejected")),
        "source": row["source"],
        "target": row["target"],
        "article": row["article"],
        "said_by": speakers,
    }
