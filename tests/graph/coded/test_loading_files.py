"""Files of coded event data in the graph: claims without sentences, exact counts, twice is once, bad rows named."""

import gzip
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from graph import rebuilding
from graph.coded import feeding
from graph.coded.reading import Format
from graph.loading import load_extraction, remove_article
from graph.local.server import Connection
from graph.store import Store
from tests.graph.building import statement
from tests.graph.coded.test_formats import HEADER, gdelt_row
from tests.graph.test_loading import edges, picture
from tests.test_commands import rows as printed
from tests.test_commands import run, server

pytestmark = pytest.mark.neo4j

ROWS = [
    ("Russia", "Use conventional military force", "Ukraine", "2026-01-30"),
    ("Russia", "Use conventional military force", "Ukraine", "2026-01-30"),
    ("Russia", "Use conventional military force", "Ukraine", "2026-01-31"),
    ("Russia", "Make statement", "Ukraine", "2026-01-31"),
    ("Ukraine", "Express intent to meet or negotiate", "Russia", "2026-02-01"),
    ("Citizen (India)", "Demonstrate or rally", "Government (India)", "2026-02-01"),
    ("Citizen (India)", "Consult", "Citizen (India)", "2026-02-01"),
    ("Unspecified Actor", "Accuse", "India", "2026-02-01"),
]


def tsv(rows: Sequence[Sequence[str]]) -> bytes:
    return "".join("\t".join(row) + "\n" for row in rows).encode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "events.tsv.gz"
    path.write_bytes(gzip.compress(tsv(ROWS)))
    return path


def load(store: Store, path: Path, form: Format = "icews") -> dict[str, int]:
    return {name: count for name, count in feeding.feed(store, [path], form, None).row().items() if count}


def test_rows_are_claims_without_sentences(store: Store, file: Path) -> None:
    assert load(store, file) == {"new": 1, "claims": 7, "double_rows": 1}
    rows, _ = store.ask(
        "MATCH (a:Article)-[:STATES]->(c:Claim) RETURN a.id AS article, c.quote AS quote, c.rule AS rule, count(*) AS n",
        {},
        limit=9,
    )
    assert rows == [{"article": "icews:events.tsv.gz", "quote": None, "rule": "coded:icews", "n": 7}]
    found = {key: (edge["claim_count"], edge["event_count"]) for key, edge in edges(store).items()}
    assert found == {
        ("Russia", "ATTACKED", "Ukraine"): (2, 2),
        ("Citizen (India)", "PROTESTED_AGAINST", "Government (India)"): (1, 1),
        ("Unspecified Actor", "ACCUSED", "India"): (1, 1),
    }
    before = picture(store)
    rebuilding.rebuild(store)
    assert picture(store) == before


def test_what_is_only_said_or_intended_makes_no_edge(store: Store, file: Path) -> None:
    load(store, file)
    rows, _ = store.ask(
        "MATCH (c:Claim) WHERE c.relation = 'OTHER' OR c.status <> 'asserted' RETURN c.relation AS relation, c.status AS status, c.cameo AS cameo ORDER BY relation",
        {},
        limit=9,
    )
    assert [tuple(row.values()) for row in rows] == [
        ("MET_WITH", "planned", "036"),
        ("OTHER", "asserted", "010"),
    ]


def test_loading_twice_changes_nothing(store: Store, file: Path) -> None:
    load(store, file)
    before = picture(store)
    assert load(store, file) == {"unchanged": 1, "claims": 7}
    assert picture(store) == before


def test_a_file_of_the_same_name_replaces_it(store: Store, file: Path) -> None:
    load(store, file)
    file.write_bytes(gzip.compress(tsv(ROWS[:1])))
    assert load(store, file) == {"replaced": 1, "claims": 1}
    assert set(edges(store)) == {("Russia", "ATTACKED", "Ukraine")}
    remove_article(store, "icews:events.tsv.gz")
    assert picture(store) == []


def test_coded_rows_and_sentences_share_actors(store: Store, file: Path) -> None:
    from dataclasses import replace

    from tests.graph.building import actor

    russia = replace(actor("Russia"), id="Q159", wikidata="Q159")
    ukraine = replace(actor("Ukraine"), id="Q212", wikidata="Q212")
    load_extraction(store, statement("a", russia, "ATTACKED", ukraine, date="2026-01-30"))
    alone = picture(store)
    load(store, file)
    edge = edges(store)["Russia", "ATTACKED", "Ukraine"]
    # The article and the row of its day tell of one happening.
    assert (edge["claim_count"], edge["article_count"], edge["event_count"]) == (3, 2, 2)
    before = picture(store)
    rebuilding.rebuild(store)
    assert picture(store) == before
    remove_article(store, "icews:events.tsv.gz")
    assert picture(store) == alone


def test_bad_rows_are_named_and_the_rest_is_loaded(
    store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.tsv"
    path.write_bytes(
        tsv([*ROWS[:1], ("x",), ("", *ROWS[0][1:]), ("x" * 4000, *ROWS[0][1:])]) + b"\xff\t\t\t\n"
    )
    assert load(store, path) == {"new": 1, "claims": 1, "bad_rows": 3, "rows_without_source": 1}
    said = capsys.readouterr().err
    assert f"{path}:2: has 1 columns, not 4 or 20" in said
    assert f"{path}:4: 'xxxx" in said
    assert f"{path}:5: " in said


def test_gdelt_from_a_zip(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "20260130000000.export.CSV.zip"
    row = gdelt_row(
        id="7", day="20260130", code1="USA", name1="UNITED STATES", country1="USA", code2="INDCOP", name2="POLICE",
        country2="IND", type2="COP", event="173", place="Delhi, Delhi, India",
    )  # fmt: skip
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("20260130000000.export.CSV", tsv([row]))
    assert load(store, path, "gdelt") == {"new": 1, "claims": 1}
    rows, _ = store.ask(
        "MATCH (s)<-[:SOURCE]-(c:Claim)-[:AT]->(p) MATCH (c)-[:TARGET]->(t) RETURN s.name AS s, t.name AS t, p.name AS p, c.id AS id",
        {},
        limit=9,
    )
    (found,) = rows
    assert found["id"].startswith("coded:gdelt:7:")
    assert (found["s"], found["t"], found["p"]) == ("United States", "Police (India)", "India")


def test_polecat(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "polecat.txt"
    path.write_bytes(
        tsv([HEADER, ["E1", "2026-01-30", "RETREAT", "release", "Russia", "", "", "", "Ukraine", "Russia"]])
    )
    assert load(store, path, "polecat") == {"new": 1, "claims": 1}
    assert set(edges(store)) == {("Russia", "RELEASED", "Ukraine")}


def test_what_cannot_be_read_is_rejected(
    store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cut.tsv.gz").write_bytes(gzip.compress(tsv(ROWS))[:30])
    (tmp_path / "empty.tsv").write_bytes(b"")
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("a", "")
        archive.writestr("b", "")
    files = [tmp_path / name for name in ("cut.tsv.gz", "empty.tsv", "two.zip", "absent.tsv")]
    summary = feeding.feed(store, files, "icews", None)
    assert (summary.counts["rejected"], summary.exit_code) == (4, 1)
    said = capsys.readouterr().err
    assert "the compressed file is damaged or cut off" in said
    assert "holds no row of icews that could be used" in said
    assert "two.zip: holds 2 files, not one" in said
    assert "absent.tsv: cannot be read" in said
    assert picture(store) == []


def test_on_the_command_line(store: Store, file: Path, neo4j: Connection) -> None:
    assert store.read("load/article_count") == [{"article_count": 0}]
    done = run("load", "--json", "--format", "icews", str(file), environment=server(neo4j))
    assert (done.returncode, printed(done)[0]["claims"]) == (0, 7)
    assert run("load", "--format", "nonsense", str(file)).returncode == 2
    refused = run("import", "--format", "icews", str(file), environment=server(neo4j))
    assert (refused.returncode, "NEO4J_URI is set" in refused.stderr) == (1, True)
    query = run("query", "--json", "@who_did_what", "--param", "actor=Russia", environment=server(neo4j))
    assert "coded, no sentence" in query.stdout
