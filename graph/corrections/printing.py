"""Corrections as commands print them, in the columns of judgements on who is who."""

from typing import Any

from graph.corrections.ledger import Listed


def row(listed: Listed) -> dict[str, Any]:
    """Return a correction as a row; `one` is the claim's id or the publisher's name."""
    made = listed.correction
    found: dict[str, Any] = {
        "id": made.id,
        "one": made.claim_id or made.publisher,
        "decision": f"rate {made.rating}" if made.rating else made.decision,
        "other": "",
        "state": listed.state,
        "because": made.reason,
        "by": made.by,
        "at": made.at,
        "against": ", ".join(listed.against),
    }
    if made.withdrawn_at is not None:
        found |= {
            "withdrawn_because": made.withdrawn_because,
            "withdrawn_by": made.withdrawn_by,
            "withdrawn_at": made.withdrawn_at,
        }
    return found
