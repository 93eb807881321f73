"""The statuses of a happening, and what one inside another is."""

ASSERTED, PLANNED, CONDITIONAL, POSSIBLE, NEGATED, DENIED = (
    "asserted", "planned", "conditional", "possible", "negated", "denied",
)  # fmt: skip
# Over, and not what the sentence tells: "lifted the sanctions". No claim is made of it.
ENDED = "ended"


def compose(outer: str, inner: str) -> str:
    """Return the status of something `inner` inside something `outer`: planned inside denied is denied."""
    if outer in {ASSERTED, "none"}:
        return inner
    if ENDED in {outer, inner}:
        return ENDED
    if inner == ASSERTED:
        return outer
    if {outer, inner} == {NEGATED, DENIED} or outer == inner == NEGATED or outer == inner == DENIED:
        return POSSIBLE  # "did not deny", "denied that it never": nothing is settled
    if inner == NEGATED and outer == CONDITIONAL:
        return outer  # "if it does not meet": that it did not is not said
    if NEGATED in {outer, inner} or DENIED in {outer, inner}:
        return outer if outer in {NEGATED, DENIED} else inner
    return outer if outer == CONDITIONAL or (outer == POSSIBLE and inner != CONDITIONAL) else inner
