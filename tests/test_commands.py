"""The program itself, as its users run it: messages, exit codes, results."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from time import sleep

import httpx
import pytest

from graph.jsonl import to_line
from graph.local.server import Connection
from tests.graph.building import ARNOR, MORDOR, statement

HERE = Path(__file__).parents[1]


def run(
    *words: str, stdin: str = "", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    return subprocess.run(
        [sys.executable, "-m", "newsgraph", *words],
        input=stdin, capture_output=True, text=True, check=False, cwd=HERE, env={**clean, **(environment or {})}, timeout=300,
    )  # fmt: skip


def server(connection: Connection) -> dict[str, str]:
    return {
        "NEO4J_URI": connection.uri,
        "NEO4J_USERNAME": connection.username,
        "NEO4J_PASSWORD": connection.password,
    }


def rows(done: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_help_names_every_command() -> None:
    done = run("--help")
    assert done.returncode == 0
    for command in ("up", "down", "status", "extract", "load", "run", "serve", "query", "remove", "backup", "restore", "explain", "doctor", "password", "actors", "judgements", "import", "export", "analysis"):  # fmt: skip
        assert f" {command} " in done.stdout


def test_help_does_not_load_spacy() -> None:
    script = "import sys, newsgraph; sys.exit(any(n in sys.modules for n in ('spacy', 'fastapi', 'neo4j')))"
    assert subprocess.run([sys.executable, "-c", script], cwd=HERE, check=False).returncode == 0


def test_wrong_usage_is_exit_code_2() -> None:
    assert run("extract").returncode == 2
    assert run("nonsense").returncode == 2


@pytest.mark.model
def test_extract_does_the_good_and_names_the_bad(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Russia attacked Ukraine.")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01")
    (tmp_path / "c.txt").write_text(
        "Der Kanzler traf am Montag in Berlin den Präsidenten zu langen Gesprächen über die Lage."
    )
    (tmp_path / "d.txt").write_text("Russia attacked Ukraine.")
    output = tmp_path / "out.jsonl.gz"
    done = run("extract", str(tmp_path), "-o", str(output))
    assert done.returncode == 3
    assert "b.txt: is a binary file" in done.stderr
    assert "not in English (de)" in done.stderr
    assert "comes again" in done.stderr
    assert "articles: 2 written, 1 skipped, 1 rejected" in done.stderr
    assert done.stdout == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "a.txt",
        "b.txt",
        "c.txt",
        "d.txt",
        "out.jsonl.gz",
    ]


@pytest.mark.model
def test_nothing_done_is_exit_code_1(tmp_path: Path) -> None:
    done = run("extract", str(tmp_path / "absent.txt"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "absent.txt: cannot be read" in done.stderr


def test_a_missing_pipeline_is_one_message() -> None:
    done = run("explain", "x", environment={"NEWSGRAPH_PIPELINE": "nonsense"})
    assert done.returncode == 1
    assert "spaCy pipeline 'nonsense' cannot be loaded" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.model
def test_explain_gives_the_reason() -> None:
    (row,) = rows(run("explain", "--json", "US officials denied backing Hamas."))
    claims = row["claims"]
    assert isinstance(claims, list)
    assert {(claim["relation"], claim["status"]) for claim in claims} == {
        ("DENIED", "asserted"),
        ("SUPPORTED", "denied"),
    }


@pytest.mark.parametrize("words", [("extract", "x.txt"), ("run", "x.txt"), ("explain", "x")])
def test_without_the_extractor_the_extra_is_named(words: tuple[str, ...]) -> None:
    script = f"import sys; sys.modules['spacy'] = None; sys.argv = ['newsgraph', *{words!r}]; import newsgraph; newsgraph.main()"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=HERE, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "pip install 'newsgraph[extract]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_setting_is_named() -> None:
    done = run("status", environment={"NEWSGRAPH_BOLT_PORT": "many"})
    assert done.returncode == 1
    assert "NEWSGRAPH_BOLT_PORT" in done.stderr


def test_a_store_that_is_down_is_one_message() -> None:
    done = run("query", "RETURN 1", environment={"NEO4J_URI": "bolt://127.0.0.1:1", "NEO4J_PASSWORD": "x"})
    assert done.returncode == 1
    assert "the store does not answer" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [("up",), ("load", "-"), ("query", "RETURN 1")])
def test_without_the_local_neo4j_the_extra_is_named(words: tuple[str, ...]) -> None:
    script = f"import sys; sys.modules['psutil'] = None; sys.argv = ['newsgraph', *{words!r}]; import newsgraph; newsgraph.main()"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=HERE, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "pip install 'newsgraph[local]'" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.neo4j
def test_a_wrong_password_is_one_message(neo4j: Connection) -> None:
    for words in (("load", "-"), ("query", "RETURN 1")):
        done = run(*words, environment={**server(neo4j), "NEO4J_PASSWORD": "wrong"})
        assert done.returncode == 1
        assert "NEO4J_PASSWORD" in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.neo4j
def test_pipes_and_files_get_utf8_whatever_the_locale(neo4j: Connection) -> None:
    latin = {**server(neo4j), "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    done = run("query", "--json", "RETURN 'Москва — “a”' AS text", environment=latin)
    assert rows(done) == [{"text": "Москва — “a”"}]


def test_a_full_disk_is_one_message() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "newsgraph", "query", "--list"], cwd=HERE, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == "newsgraph: the output cannot be written (No space left on device)\n"


def test_a_reader_that_has_had_enough_is_no_error() -> None:
    command = f"{sys.executable} -m newsgraph query --list --json | head -1"
    done = subprocess.run(["sh", "-c", command], cwd=HERE, capture_output=True, text=True, check=False)
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


@pytest.mark.neo4j
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_serve_says_where_it_is_and_ends_when_told(
    neo4j: Connection, tmp_path: Path, ending: signal.Signals
) -> None:
    said = tmp_path / "stderr"
    own = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")} | server(neo4j)
    command = [sys.executable, "-m", "newsgraph", "serve", "--port", "0"]
    with said.open("w") as err, subprocess.Popen(command, cwd=HERE, env=own, stdout=subprocess.PIPE, stderr=err, text=True) as serving:  # fmt: skip
        try:
            for _ in range(600):
                if found := re.search(r"serving on (http://127\.0\.0\.1:\d+)", said.read_text()):
                    break
                sleep(0.1)
            assert found is not None, said.read_text()
            assert httpx.get(f"{found.group(1)}/readyz").status_code == 200
            assert httpx.get(f"{found.group(1)}/v1/actors").status_code == 200
        finally:
            serving.send_signal(ending)
            results, _ = serving.communicate(timeout=60)
    assert results == ""
    assert "path=/v1/actors" in re.sub(r"\x1b\[[\d;]*m", "", said.read_text())
    assert "Traceback" not in said.read_text()
    assert serving.returncode == 0


@pytest.mark.neo4j
@pytest.mark.slow
def test_a_store_that_goes_away_in_the_middle_is_said_with_what_was_done(tmp_path: Path) -> None:
    environment = {
        "NEWSGRAPH_DATA_DIR": str(tmp_path / "data"),
        "NEWSGRAPH_BOLT_PORT": "0",
        "NEWSGRAPH_HTTP_PORT": "0",
    }
    lines = [to_line(statement(f"{number:05}", ARNOR, "ATTACKED", MORDOR)) for number in range(800)]
    (tmp_path / "lines.jsonl").write_text("\n".join(lines))
    up = rows(run("up", "--json", environment=environment))
    try:
        command = [sys.executable, "-m", "newsgraph", "load", "--json", str(tmp_path / "lines.jsonl")]
        own = {
            name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")
        } | environment
        with subprocess.Popen(
            command, cwd=HERE, env=own, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as load:
            for _ in range(600):
                sleep(0.1)
                (counted,) = rows(
                    run("query", "--json", "MATCH (a:Article) RETURN count(a) AS n", environment=environment)
                )
                if isinstance(counted["n"], int) and counted["n"] > 20:
                    break
            os.kill(int(str(up[0]["pid"])), signal.SIGKILL)
            _, said = load.communicate(timeout=120)
        assert load.returncode == 1
        assert re.search(r"loading stopped; \d+ articles before it are in the graph whole", said)
        assert "the store does not answer" in said
        assert "Traceback" not in said
        again = run("load", "--json", str(tmp_path / "lines.jsonl"), environment=environment)
        counts = rows(again)[0]
        assert isinstance(counts["unchanged"], int)
        assert counts["unchanged"] > 20
        assert (again.returncode, counts["rejected"], counts["replaced"]) == (0, 0, 0)
    finally:
        run("down", environment=environment)


def test_version_is_said_without_a_command() -> None:
    said = run("--version")
    assert (said.returncode, said.stdout.split()[0]) == (0, "newsgraph")


@pytest.mark.model
@pytest.mark.neo4j
def test_the_whole_way_from_articles_to_answers_and_back(empty_neo4j: Connection, tmp_path: Path) -> None:
    there = server(empty_neo4j)
    line = json.dumps(
        {"id": "one", "text": "Russia attacked Ukraine.", "published": "2026-03-02", "publisher": "P"}
    )
    extracted = run("extract", "-", stdin=line + "\n")
    assert extracted.returncode == 0
    mixed = run("load", "-", "--json", stdin='{"article": 1}\n' + extracted.stdout, environment=there)
    assert mixed.returncode == 3
    assert "standard input, line 1: article" in mixed.stderr
    assert rows(mixed)[0] == {
        "new": 1,
        "replaced": 0,
        "unchanged": 0,
        "rejected": 1,
        "claims": 1,
        "quotations": 0,
    }
    again = run("run", "-", "--json", stdin=line, environment=there)
    assert rows(again)[0]["unchanged"] == 1
    unloadable = json.dumps({"id": "x" * 4000, "text": "Russia attacked Ukraine."})
    partly = run("run", "-", "--json", stdin=f"{line}\n{unloadable}\n", environment=there)
    assert (partly.returncode, rows(partly)[0]["rejected"]) == (3, 1)
    assert run("run", "-", stdin=unloadable, environment=there).returncode == 1
    asked = run("query", "--json", "@who_did_what", "-p", "actor=Russia", environment=there)
    assert [(row["who"], row["did"], row["whom"]) for row in rows(asked)] == [
        ("Russia", "ATTACKED", "Ukraine")
    ]
    refused = run("query", "CREATE (:X)", environment=there)
    assert refused.returncode == 1
    assert "only reads" in refused.stderr or "read" in refused.stderr.lower()
    saved = tmp_path / "graph.gz"
    assert run("backup", str(saved), environment=there).returncode == 0
    removed = run("remove", "one", "--json", environment=there)
    assert rows(removed) == [{"article_id": "one", "claims": 1, "quotations": 0}]
    assert run("remove", "one", environment=there).returncode == 1
    assert run("restore", str(saved), environment=there).returncode == 0
    assert rows(run("query", "--json", "MATCH (c:Claim) RETURN count(c) AS n", environment=there)) == [
        {"n": 1}
    ]
    assert rows(run("rebuild", "--json", environment=there)) == [
        {"claims": 1, "actors": 2, "ties": 1, "threads": 1}
    ]
    checked = run("doctor", "--json", environment=there)
    assert checked.returncode == 0, checked.stdout
    assert {"store", "schema", "pipeline"} <= {row["what"] for row in rows(checked)}


def test_actors_are_imported_found_and_used(tmp_path: Path) -> None:
    given = tmp_path / "mine.csv"
    given.write_text(
        "name,aliases,country,wikidata,office,start,end\n"
        "Denethor Stewardson,Denethor II,Kenya,Q999999971,President,2016-02-03,2020-01-01\n"
        "Faramir Stewardson,,Gondor,,,,\n",
        encoding="utf-8",
    )
    data = {"NEWSGRAPH_DATA_DIR": str(tmp_path / "data")}
    done = run("actors", "import", str(given), "--json", environment=data)
    assert done.returncode == 3
    assert rows(done) == [{"rows": 1, "terms": 1, "refused": 1, "unresolved": 0}]
    assert "mine.csv:3: country 'Gondor' is not known" in done.stderr
    found = rows(run("actors", "find", "denethor ii", "--json", environment=data))
    assert [(row["id"], row["found by"]) for row in found] == [("Q999999971", "name or alias")]
    held = rows(
        run("actors", "holder", "president", "Kenya", "--on", "2018-05-01", "--json", environment=data)
    )
    assert [(row["name"], row["source"]) for row in held] == [("Denethor Stewardson", "mine.csv")]
    shipped = rows(
        run("actors", "holder", "secretary of state", "US", "--on", "2019", "--json", environment=data)
    )
    assert [row["name"] for row in shipped] == ["Mike Pompeo"]
    article = json.dumps(
        {"id": "a", "text": "The Kenyan president criticized Iran.", "published": "2018-05-02"}
    )
    for words in ([], ["--actors", str(tmp_path / "data" / "actors.sqlite")]):
        surroundings = data if not words else {}
        done = run("extract", "-", *words, stdin=article + "\n", environment=surroundings)
        names = {actor["name"] for actor in json.loads(done.stdout)["actors"]}
        assert names == {"Denethor Stewardson", "Iran"}


def test_actors_say_what_is_wrong(tmp_path: Path) -> None:
    done = run("actors", "holder", "president", "US", "--on", "yesterday")
    assert (done.returncode, "--on" in done.stderr) == (1, True)
    done = run("actors", "find", "Trump", "--actors", str(tmp_path / "none.sqlite"))
    assert (done.returncode, "newsgraph actors import" in done.stderr) == (1, True)
    assert run("actors", "import", "x.csv", "--format", "xml").returncode == 2
    assert run("actors", "import").returncode == 2
    done = run("extract", "-", "--actors", str(tmp_path / "none.sqlite"), stdin="Russia attacked Ukraine.")
    assert done.returncode == 1
