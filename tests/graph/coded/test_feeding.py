"""Files of coded event data in a real Neo4j: claims without sentences, one article a file, nothing twice."""

import gzip
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph import backup, checking, loading
from graph.coded import feeding
from graph.coded.feeding import Summary
from graph.coded.reading import Format
from graph.loading import remove_article
from graph.store import Store
from newsgraph import app
from tests.graph.test_loading import edges, picture

pytestmark = pytest.mark.neo4j

ICEWS = (
    "Police (India)\tUse conventional military force\tCitizen (India)\t2018-01-01",
    "Police (India)\tUse conventional military force\tCitizen (India)\t2018-01-01",  # the same again
    "Police (India)\tUse conventional military force\tCitizen (India)\t2018-01-02",
    "Angela Merkel\tMake a visit\tIndia\t2018-01-03",
    "India\tHost a visit\tAngela Merkel\t2018-01-03",
    "India\tExpress intent to provide economic aid\tNorth Korea\t2018-01-04",
    "India\tMake statement\tNorth Korea\t2018-01-04",
    "Arnor\tMake a cake\tIndia\t2018-01-05",  # line 8
    "Arnor\tMake a visit",
    "\tMake a visit\tIndia\t2018-01-05",  # nobody acts
)
POLECAT = (
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Name\tActor Country\tRecipient Name\tCountry",
    "E1\t2018-01-01\tASSAULT\tbeat\tPolice of Arnor\t\tMordor Party\tIND",
    "E2\t2018-01-01\tAGREE\t\tMordor Party\t\tPolice of Arnor\tIND",
    "E3\tnever\tASSAULT\t\tArnor\t\tMordor\t",
)


def gdelt(identity: str, day: str, code: str) -> str:
    row = [""] * 61
    row[0], row[1], row[5], row[6], row[15], row[16], row[26] = (
        identity, day, "USA", "UNITED STATES", "IND", "INDIA", code,
    )  # fmt: skip
    row[7], row[17], row[52] = "USA", "IND", "Delhi, Delhi, India"
    return "\t".join(row)


def feed(store: Store, path: Path, form: Format, *lines: str) -> Summary:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return feeding.feed(store, [path], form, None)


def test_icews(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "icews.tsv"
    summary = feed(store, file, "icews", *ICEWS)
    assert summary.row() == {
        "new": 1, "replaced": 0, "unchanged": 0, "rejected": 0, "claims": 6, "bad_rows": 2, "double_rows": 1,
        "rows_without_source": 1,
    }  # fmt: skip
    assert summary.exit_code == 3
    told = capsys.readouterr().err
    assert f"{file}:8: 'Make a cake' is no event of ICEWS" in told
    assert f"{file}:9: has 2 columns" in told
    found = edges(store)
    assert found["Police (India)", "ATTACKED", "Citizen (India)"]["claim_count"] == 2
    assert found["Police (India)", "ATTACKED", "Citizen (India)"]["event_count"] == 2
    assert ("India", "AIDED", "North Korea") not in found, "what is only intended is no fact"
    rows, _ = store.ask(
        "MATCH (:Article {id: 'icews:icews.tsv'})-[:STATES]->(c:Claim) WHERE c.quote IS NULL AND c.rule = 'coded:icews'"
        " RETURN count(c) AS n, sum(CASE c.relation WHEN 'OTHER' THEN 1 ELSE 0 END) AS other",
        {},
        limit=1,
    )
    assert rows == [{"n": 6, "other": 1}]
    assert checking.check(store, mend=False).rows() == []
    before = picture(store)
    assert feeding.feed(store, [file], "icews", None).counts["unchanged"] == 1
    assert picture(store) == before


def test_gdelt_and_polecat_stand_in_one_graph_and_come_out_again(store: Store, tmp_path: Path) -> None:
    feed(store, tmp_path / "icews.tsv", "icews", *ICEWS)
    alone = picture(store)
    lines = [gdelt("7", "20180103", "190"), gdelt("8", "20180103", "0251"), gdelt("9", "2018", "190")]
    assert feed(store, tmp_path / "gdelt.CSV", "gdelt", *lines).counts["claims"] == 2
    summary = feed(store, tmp_path / "polecat.txt", "polecat", *POLECAT)
    assert (summary.counts["claims"], summary.counts["bad_rows"]) == (2, 1)
    assert ("United States", "ATTACKED", "India") in edges(store)
    assert checking.check(store, mend=False).rows() == []
    for each in ("gdelt:gdelt.CSV", "polecat:polecat.txt"):
        remove_article(store, each)
    assert picture(store) == alone


def test_a_file_replaces_what_its_name_brought(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "icews.tsv"
    feed(store, file, "icews", *ICEWS[3:5])
    expected = picture(store)
    feed(store, file, "icews", *ICEWS)
    assert feed(store, file, "icews", *ICEWS[3:5]).counts["replaced"] == 1
    assert picture(store) == expected


def test_compressed_files_are_the_same(store: Store, tmp_path: Path) -> None:
    text = ("\n".join(ICEWS) + "\n").encode()
    packed, damaged = tmp_path / "a.tsv.gz", tmp_path / "b.tsv.gz"
    packed.write_bytes(gzip.compress(text))
    damaged.write_bytes(gzip.compress(text)[:-12])
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("c.tsv", text)
    files = [packed, damaged, tmp_path / "c.zip", tmp_path / "missing.tsv"]
    summary = feeding.feed(store, files, "icews", None)
    assert (summary.counts["new"], summary.counts["rejected"], summary.counts["claims"]) == (2, 2, 12)


@pytest.mark.parametrize("large", [3, 10_000])
def test_a_backup_holds_them(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, large: int
) -> None:
    monkeypatch.setattr(loading, "LARGE", large)
    feed(store, tmp_path / "icews.tsv", "icews", *ICEWS)
    expected = picture(store)
    backup.backup(store, tmp_path / "backup.gz")
    backup.restore(store, tmp_path / "backup.gz", replace=True)
    assert picture(store) == expected
    assert feeding.feed(store, [tmp_path / "icews.tsv"], "icews", None).counts["unchanged"] == 1


def test_an_unknown_format_is_refused() -> None:
    result = CliRunner().invoke(app, ["load", "--format", "acled", "x"])
    assert result.exit_code == 2
    assert "one of icews, gdelt, polecat" in result.output
