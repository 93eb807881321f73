"""A title with what qualifies it: "former prime minister" is an office that is over, "president-elect" not yet one."""

from dataclasses import dataclass

_PAST = frozenset(
    {"former", "ex", "late", "retired", "ousted", "deposed", "then", "previous", "onetime", "one-time"}
)
_NOT_YET = frozenset(
    {"incoming", "designate", "elect", "future", "aspiring", "next", "shadow", "would-be", "nominee"}
)
# Of another office than the one they stand before, unless the whole is in the table of offices.
_LESSER = frozenset(
    {"deputy", "vice", "assistant", "associate", "under", "junior", "honorary", "first", "second"}
)
_NOW = frozenset({"current", "present", "incumbent", "sitting", "outgoing", "acting", "interim", "caretaker"})

NOW, PAST, OTHER = "now", "past", "other"


@dataclass(frozen=True, slots=True)
class Title:
    """The bare title, and when it is held: now, in the past, or otherwise (not yet, or another office)."""

    bare: str
    when: str


def parsed(text: str) -> Title:
    """Return a title without what qualifies it."""
    words = (
        text.lower()
        .replace("ex-", "ex ")
        .replace("-elect", " elect")
        .replace("-designate", " designate")
        .split()
    )
    when = NOW
    bare: list[str] = []
    for word in words:
        if word in _PAST:
            when = PAST if when == NOW else when
        elif word in _NOT_YET or (word in _LESSER and word != "vice"):
            when = OTHER
        elif word not in _NOW:
            bare.append(word)
    return Title(" ".join(bare), when)
