"""The commands on who is who, as their users run them."""

import json
from pathlib import Path

import pytest

from graph.jsonl import to_line
from graph.local.server import Connection
from tests.graph.building import MORDOR, actor, statement
from tests.test_commands import rows, run, server

pytestmark = pytest.mark.neo4j

SMITH, JON = actor("John Smith", "Person"), actor("Jon Smith", "Person")


def test_judging_from_the_command_line_and_back(empty_neo4j: Connection, tmp_path: Path) -> None:
    there = server(empty_neo4j)
    lines = [statement(each, SMITH, "ATTACKED", MORDOR) for each in "abc"]
    lines.append(statement("d", JON, "HOLDS_ROLE", MORDOR, role="Premier"))
    run("load", "-", stdin="\n".join(map(to_line, lines)), environment=there)

    def actors() -> dict[object, object]:
        asked = run(
            "query", "--json", "MATCH (a:Person) RETURN a.id AS id, a.article_count AS n", environment=there
        )
        return {row["id"]: row["n"] for row in rows(asked)}

    (candidate,) = rows(run("actors", "candidates", "--json", environment=there))
    assert {candidate["one"], candidate["other"]} == {SMITH.id, JON.id}
    assert len(rows(run("actors", "candidates", JON.id, "--json", environment=there))) == 1

    merged = run(
        "actors", "merge", SMITH.id, JON.id, "--because", "one", "--by", "me", "--json", environment=there
    )
    assert (merged.returncode, rows(merged)[0]["state"]) == (0, "holds"), merged.stderr
    assert actors() == {SMITH.id: 4}
    assert rows(run("actors", "roles", SMITH.id, "--json", environment=there))[0]["role"] == "Premier"

    # Who says the opposite is told what does not hold any more.
    apart = run("actors", "split", SMITH.id, JON.id, "--because", "two", "--json", environment=there)
    assert "does not hold any more" in apart.stderr
    assert actors() == {SMITH.id: 3, JON.id: 1}
    undone = run("judgements", "undo", str(rows(apart)[0]["id"]), "--because", "one", environment=there)
    assert undone.returncode == 0
    assert actors() == {SMITH.id: 4}

    split = run(
        "actors", "split", SMITH.id, "--article", "a", "--article", "b", "--because", "another", "--json",
        environment=there,
    )  # fmt: skip
    assert split.returncode == 0, split.stderr
    assert sorted(map(str, actors().values())) == ["2", "2"]

    file = tmp_path / "judgements.jsonl"
    assert run("judgements", "export", str(file), environment=there).returncode == 0
    assert len(file.read_text().splitlines()) == 5
    again = run("judgements", "import", str(file), "--json", environment=there)
    assert (again.returncode, rows(again)) == (0, [{"recorded": 0, "unchanged": 5, "rejected": 0}])
    mixed = run(
        "judgements", "import", "-", "--json", stdin="nonsense\n" + file.read_text(), environment=there
    )
    assert mixed.returncode == 3
    assert "standard input, line 1: is no JSON" in mixed.stderr

    for row in rows(run("judgements", "list", "--json", environment=there)):
        undone = run("judgements", "undo", str(row["id"]), "--because", "wrong", environment=there)
        assert undone.returncode == 0, undone.stderr
    assert actors() == {SMITH.id: 3, JON.id: 1}
    withdrawn = rows(run("judgements", "list", "--withdrawn", "--json", environment=there))
    assert {row["withdrawn_because"] for row in withdrawn} == {"wrong", "one"}
    kept = [json.loads(line) for line in file.read_text().splitlines()]
    assert sum(each["withdrawn_at"] is None for each in kept) == 4


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("actors", "merge", SMITH.id, "person:nobody", "--because", "x"),
            "no actor has the id 'person:nobody'",
        ),
        (("actors", "merge", SMITH.id, MORDOR.id, "--because", "x"), "two kinds are never one actor"),
        (("actors", "merge", SMITH.id, SMITH.id, "--because", "x"), "named twice"),
        (("actors", "merge", SMITH.id, JON.id, "--because", " "), "needs a reason"),
        (("actors", "split", SMITH.id, "--because", "x"), "--article"),
        (("actors", "candidates", "person:nobody"), "no actor has the id"),
        (("actors", "roles", "person:nobody"), "no actor has the id"),
        (("judgements", "undo", "judgement:0", "--because", "x"), "no judgement has the id"),
        (("judgements", "import", "absent.jsonl"), "absent.jsonl: cannot be read"),
    ],
)
def test_what_cannot_be_done_is_one_message(neo4j: Connection, words: tuple[str, ...], message: str) -> None:
    lines = (statement("a", SMITH, "ATTACKED", MORDOR), statement("b", JON, "ATTACKED", MORDOR))
    run("load", "-", stdin="\n".join(map(to_line, lines)), environment=server(neo4j))
    done = run(*words, environment=server(neo4j))
    assert done.returncode == 1
    assert message in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_a_reason_is_asked_for() -> None:
    assert run("actors", "merge", SMITH.id, JON.id).returncode == 2
