"""Explanations as rows that print."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the extractor may not be installed, which is said where it is opened
    from extract.pipeline import Explanation


def row(explanation: "Explanation") -> dict[str, Any]:
    """Return an explanation as one JSON object."""
    return {
        "sentence": explanation.sentence,
        "claims": claim_rows(explanation),
        "notes": list(explanation.notes),
        "tokens": parse_rows(explanation),
    }


def claim_rows(explanation: "Explanation") -> list[dict[str, Any]]:
    """Return a row for each claim: what it says, and the rule and words that made it."""
    names = dict(explanation.names)
    return [
        {
            "source": names.get(claim.source, claim.source),
            "relation": claim.relation,
            "target": names.get(claim.target or "", claim.target_text),
            "status": claim.status,
            "condition": claim.condition,
            "said by": ", ".join(names.get(speaker.actor, speaker.actor) for speaker in claim.said_by)
            or None,
            "word": claim.trigger,
            "rule": claim.rule,
            "because": "; ".join(explanation.steps.get(claim.id, ())) or None,
            "confidence": claim.confidence,
        }
        for claim in explanation.claims
    ]


def parse_rows(explanation: "Explanation") -> list[dict[str, str]]:
    """Return a row for each word of the parse."""
    columns = ("word", "lemma", "part of speech", "dependency", "of")
    return [dict(zip(columns, token, strict=True)) for token in explanation.tokens]
