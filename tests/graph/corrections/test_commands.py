"""The commands on claims, publishers, removal and checks, as their users run them."""

import pytest

from graph.jsonl import to_line
from graph.local.server import Connection
from tests.graph.building import ARNOR, MORDOR, statement
from tests.test_commands import rows, run, server

pytestmark = pytest.mark.neo4j

LINES = [
    statement("a", ARNOR, "ATTACKED", MORDOR, date="2026-03-02"),
    statement("b", ARNOR, "ATTACKED", MORDOR, date="2026-03-02", publisher="Herald", published="2026-03-09"),
]
CLAIM = LINES[0].claims[0].id


def test_correcting_from_the_command_line_and_back(empty_neo4j: Connection) -> None:
    there = server(empty_neo4j)
    run("load", "-", stdin="\n".join(map(to_line, LINES)), environment=there)

    def claims() -> list[object]:
        return [row["claims"] for row in rows(run("query", "@events", "--json", environment=there))]

    assert claims() == [2]
    made = run("claims", "reject", CLAIM, "--because", "a film", "--by", "me", "--json", environment=there)
    assert (made.returncode, rows(made)[0]["state"], rows(made)[0]["one"]) == (0, "holds", CLAIM), made.stderr
    assert claims() == [1]
    again = run("claims", "accept", CLAIM, "--because", "no film", "--json", environment=there)
    assert (again.returncode, claims()) == (0, [2])
    rated = run("publishers", "rate", "Herald", "b", "--because", "fair", "--json", environment=there)
    assert rows(rated)[0]["decision"] == "rate B"
    listed = rows(run("publishers", "list", "--json", environment=there))
    assert [(row["publisher"], row["rating"]) for row in listed] == [("Herald", "B"), ("Courier", None)]
    unknown = run("publishers", "rate", "Nobody", "C", "--because", "x", environment=there)
    assert "no article in the graph is of a publisher 'Nobody' yet" in unknown.stderr

    found = rows(run("judgements", "list", "--json", environment=there))
    assert [row["decision"] for row in found] == ["rate C", "rate B", "accept", "reject"]
    assert [row["state"] for row in rows(run("judgements", "list", CLAIM, "--json", environment=there))] == [
        "holds",
        "overruled",
    ]
    exported = run("judgements", "export", environment=there).stdout
    undone = run("judgements", "undo", str(rows(again)[0]["id"]), "--because", "a film", environment=there)
    assert (undone.returncode, claims()) == (0, [1])
    for row in found:
        if row["decision"] != "accept":
            run("judgements", "undo", str(row["id"]), "--because", "x", environment=there)
    assert claims() == [2]
    imported = run("judgements", "import", "-", "--json", stdin=exported, environment=there)
    assert rows(imported) == [{"recorded": 0, "unchanged": 4, "rejected": 0}]


def test_removing_and_checking_from_the_command_line(empty_neo4j: Connection) -> None:
    there = server(empty_neo4j)
    run("load", "-", stdin="\n".join(map(to_line, LINES)), environment=there)
    shown = run("remove", "--publisher", "Herald", "--dry-run", "--json", environment=there)
    assert [row["id"] for row in rows(shown)] == ["b"]
    assert "would be removed: 1 articles, 1 claims, 0 quotations, 0 events, 0 actors" in shown.stderr
    gone = run("remove", "--from", "2026-03-05", "--to", "2026-04-01", "--json", environment=there)
    assert [row["article_id"] for row in rows(gone)] == ["b"]
    for words, message in (((), "say which articles"), (("--from", "May"), "--from 'May' is no day"), (("z",), "no article with id 'z'")):  # fmt: skip
        refused = run("remove", *words, environment=there)
        assert (refused.returncode, message in refused.stderr) == (1, True), refused.stderr

    clean = run("check", environment=there)
    assert (clean.returncode, clean.stdout) == (0, "")
    assert "nothing differs" in clean.stderr
    from neo4j import GraphDatabase

    with GraphDatabase.driver(empty_neo4j.uri, auth=(empty_neo4j.username, empty_neo4j.password)) as driver:
        driver.execute_query("MATCH (e:Event) DETACH DELETE e", database_=empty_neo4j.database)
    told = run("check", "--dry-run", "--json", environment=there)
    assert (told.returncode, "nothing was changed" in told.stderr) == (3, True)
    assert ("event", "missing", 1) in {(row["what"], row["how"], row["count"]) for row in rows(told)}
    assert run("check", environment=there).returncode == 3
    assert run("check", environment=there).returncode == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("claims", "reject", "claim:0", "--because", "x"), "no claim has the id"),
        (("publishers", "rate", "Herald", "F", "--because", "x"), "none of A, B, C, D, E"),
        (("judgements", "undo", "correction:0", "--because", "x"), "no judgement has the id"),
        (("judgements", "list", "--decision", "perhaps"), "reject, accept, rate"),
    ],
)
def test_what_cannot_be_done_is_one_message(neo4j: Connection, words: tuple[str, ...], message: str) -> None:
    done = run(*words, environment=server(neo4j))
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert message in " ".join(done.stderr.split())
