"""Judgements as JSON lines: there and back, and what is refused."""

import json

import pytest

from graph import ledger_lines
from graph.errors import InputError, LineError
from graph.identity import lines
from graph.identity.judgement import judgement
from graph.identity.references import Reference, reference

A, B = Reference("person:a"), Reference("person:b")
MADE = judgement("same", A, B, reason="why", by="me", at="2026-01-01T12:00:00+02:00")


def changed(**fields: object) -> str:
    return json.dumps({**json.loads(lines.to_line(MADE)), **fields})


def test_there_and_back() -> None:
    assert lines.from_line(lines.to_line(MADE), place="x") == MADE
    assert MADE.at == "2026-01-01T10:00:00.000000Z"


def test_the_id_follows_from_the_rest() -> None:
    without = {name: value for name, value in json.loads(lines.to_line(MADE)).items() if name != "id"}
    assert lines.from_line(json.dumps(without), place="x") == MADE
    assert judgement("same", B, A, reason="why", by="me", at=MADE.at) == MADE


def test_a_withdrawn_one_stays_withdrawn() -> None:
    line = changed(withdrawn_at="2026-02-01", withdrawn_by="me", withdrawn_because="no")
    assert lines.from_line(line, place="x").withdrawn_because == "no"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "is no JSON"),
        ("[]", "is no JSON object"),
        (changed(decision="perhaps"), "decision"),
        (changed(reason=" "), "needs a reason"),
        (changed(by=""), "needs a name"),
        (changed(at="yesterday"), "is no date and time"),
        (changed(right_id="person:a"), "named twice"),
        (changed(id="judgement:1"), "changed by hand"),
        (changed(by="rule:country"), "follows from articles"),
        (changed(left_id="person:a@article:0a1b2c3d0a1b2c3d"), "is one occurrence"),
        (changed(withdrawn_at="2026-02-01"), "go together"),
        (changed(more=1), "unknown field 'more'"),
        (changed(reason="\ud800"), "half a character"),
        (changed(reason="x" * 4000), "too long"),
    ],
)
def test_what_breaks_the_format_is_named(line: str, message: str) -> None:
    with pytest.raises(LineError, match=f"^f, line 3: .*{message}"):
        lines.from_line(line, place="f, line 3")


def test_one_bad_line_stops_nothing() -> None:
    found = list(ledger_lines.read(["nonsense", lines.to_line(MADE), ""], name="f"))
    assert [isinstance(each, LineError) for each in found] == [True, False]


def test_one_id_is_one_already() -> None:
    with pytest.raises(InputError, match="named twice"):
        judgement("same", A, reference("person:a"), reason="why", by="me")
