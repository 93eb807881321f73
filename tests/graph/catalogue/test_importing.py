"""Imports: four formats, bad rows, twice the same, killed midway, many rows."""

import gzip
import json
import os
import random
import signal
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from graph.catalogue import importing, storage
from graph.catalogue.formats import own
from graph.catalogue.lookup import Catalogue
from graph.errors import ConfigurationError, InputError

HERE = Path(__file__).parents[3]
REAL = HERE.parent / "shared" / "actors" / "office_holders.csv.gz"


def table(path: Path, rows: Iterable[Mapping[str, str]]) -> Path:
    lines = [",".join(own.COLUMNS)]
    lines += [",".join(row.get(column, "") for column in own.COLUMNS) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def lines(path: Path, values: Iterable[Mapping[str, Any]]) -> Path:
    text = "".join(json.dumps(value) + "\n" for value in values)
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


def dump(catalogue: Path) -> list[str]:
    with closing(sqlite3.connect(catalogue)) as connection:
        return list(connection.iterdump())


STEWARD = {"name": "Denethor", "aliases": "Denethor II", "country": "GR", "office": "prime minister", "start": "2990", "end": "3019-03"}  # fmt: skip


def test_own_csv(tmp_path: Path) -> None:
    given = table(
        tmp_path / "mine.csv", [STEWARD, {"kind": "Organization", "name": "White Council", "sector": "igo"}]
    )
    summary = importing.import_files([given], tmp_path / "a.sqlite")
    assert (summary.row(), summary.exit_code) == (
        {"rows": 2, "terms": 1, "refused": 0, "unresolved": 0},
        0,
    )
    with closing(Catalogue.open(tmp_path / "a.sqlite")) as catalogue:
        assert [each.id for each in catalogue.named("white council", "Organization")] == [
            "organization:white-council"
        ]
        assert catalogue.named("white council", "Person") == ()
        held = catalogue.holder("prime minister", "GR", "3000-01-01")
        assert held is not None
        assert held.entry.aliases == ("Denethor II",)


def test_importing_again_changes_nothing(tmp_path: Path) -> None:
    given = table(tmp_path / "mine.csv", [STEWARD, STEWARD | {"start": "3019", "end": ""}])
    importing.import_files([given], tmp_path / "a.sqlite")
    before = dump(tmp_path / "a.sqlite")
    importing.import_files([given, given], tmp_path / "a.sqlite")
    assert dump(tmp_path / "a.sqlite") == before


def test_bad_rows_are_named_and_the_rest_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = table(
        tmp_path / "mine.csv",
        [
            {"name": ""},
            {"name": "A B", "kind": "Elf"},
            {"name": "A B", "country": "Mordor"},
            {"name": "A B", "wikidata": "x7"},
            STEWARD | {"start": "soon"},
            STEWARD | {"end": "2980"},
            {"name": "A B", "office": "king"},
            STEWARD,
        ],
    )
    with given.open("ab") as file:
        file.write(b"Person,\xff\xfe,,,,,,,,,,,,\n")
        file.write(b"Person,too few\n")
    summary = importing.import_files([given], tmp_path / "a.sqlite")
    assert (summary.counts["rows"], summary.counts["refused"], summary.exit_code) == (1, 9, 3)
    said = capsys.readouterr().err
    for number in range(2, 9):
        assert f"mine.csv:{number}: " in said
    assert "mine.csv:10: is not UTF-8" in said
    assert "ISO 3166-1 alpha-2" in said


def test_nothing_usable_leaves_the_catalogue(tmp_path: Path) -> None:
    importing.import_files([table(tmp_path / "mine.csv", [STEWARD])], tmp_path / "a.sqlite")
    before = (tmp_path / "a.sqlite").read_bytes()
    bad = tmp_path / "bad.csv"
    bad.write_text("what,ever\n1,2\n", encoding="utf-8")
    cut = tmp_path / "cut.jsonl.gz"
    cut.write_bytes(gzip.compress(b'{"schema": "Person", "properties": {}, "id": "x"}\n' * 50)[:-20])
    summary = importing.import_files([bad, cut, tmp_path / "none.csv"], tmp_path / "a.sqlite")
    assert summary.exit_code == 1
    assert (tmp_path / "a.sqlite").read_bytes() == before
    assert not list(tmp_path.glob("*.partial"))


PARLIAMENT = [
    {"id": "o1", "schema": "Occupancy", "properties": {"holder": ["p1"], "post": ["t1"], "startDate": ["2016-02-03"], "endDate": ["2019"]}},
    {"id": "t1", "schema": "Position", "properties": {"name": ["Minister of Foreign Affairs of France"], "country": ["fr"]}},
    {"id": "p1", "schema": "Person", "caption": "Luthien T.", "properties": {"name": ["Lúthien Tinúviel"], "alias": ["Tinúviel"], "country": ["fr"], "gender": ["female"], "wikidataId": ["Q999999991"]}},
    {"id": "p2", "schema": "Person", "properties": {"name": ["Lúthien Tinúviel"], "country": ["de"]}},
    {"id": "c1", "schema": "Company", "properties": {"name": ["Dwarrowdelf Mining"], "jurisdiction": ["se"]}},
    {"id": "b1", "schema": "PublicBody", "properties": {"name": ["Rangers of the North"]}},
    {"id": "v1", "schema": "Vessel", "properties": {"name": ["Vingilot"]}},
    {"id": "o2", "schema": "Occupancy", "properties": {"holder": ["p1"], "post": ["unknown"]}},
]  # fmt: skip


@pytest.mark.parametrize("name", ["entities.ftm.json", "entities.jsonl.gz"])
def test_followthemoney(tmp_path: Path, name: str) -> None:
    summary = importing.import_files([lines(tmp_path / name, PARLIAMENT)], tmp_path / "a.sqlite")
    assert summary.row() == {"rows": 8, "terms": 1, "refused": 0, "unresolved": 1}
    with closing(Catalogue.open(tmp_path / "a.sqlite")) as catalogue:
        held = catalogue.holder("foreign minister", "FR", "2017-01-01")
        assert held is not None
        assert (held.entry.id, held.entry.gender, held.term.end) == ("Q999999991", "f", "2019")
        # Namesakes stay apart.
        assert len(catalogue.named("Luthien Tinuviel")) == 2
        assert [each.sector for each in catalogue.named("rangers of the north")] == ["government"]
        assert catalogue.named("Vingilot") == ()


def _item(qid: str) -> dict[str, Any]:
    return {"mainsnak": {"datavalue": {"value": {"id": qid}}}, "rank": "normal"}


def _time(day: str, precision: int) -> dict[str, Any]:
    return {"datavalue": {"value": {"time": f"+{day}T00:00:00Z", "precision": precision}}}


ITEMS: list[dict[str, Any]] = [
    {"type": "item", "id": "Q999999992", "labels": {"en": {"value": "Fëanor"}},
     "aliases": {"en": [{"value": "Curufinwë Fëanáro"}]}, "descriptions": {"en": {"value": "smith"}},
     "claims": {"P31": [_item("Q5")], "P21": [_item("Q6581097")], "P27": [_item("Q142")],
                "P39": [_item("Q999999993") | {"qualifiers": {"P580": [_time("2016-02-00", 10)], "P582": [_time("2018-05-07", 11)]}},
                        _item("Q999999993") | {"rank": "deprecated", "qualifiers": {"P580": [_time("1990-01-01", 11)]}}]}},
    {"type": "item", "id": "Q999999993", "labels": {"en": {"value": "Minister of Defence"}},
     "claims": {"P279": [_item("Q83307")], "P1001": [_item("Q142")]}},
    {"type": "item", "id": "Q999999994", "labels": {"en": {"value": "Silmaril"}}, "claims": {"P31": [_item("Q83437")]}},
    {"type": "item", "id": "Q999999995", "labels": {"en": {"value": "Sirion Post"}}, "claims": {"P31": [_item("Q11032")]}},
]  # fmt: skip


@pytest.mark.parametrize("as_dump", [True, False], ids=["dump", "lines"])
def test_wikidata(tmp_path: Path, *, as_dump: bool) -> None:
    given = tmp_path / "items.json"
    texts = [json.dumps(item, separators=(",", ":")) for item in ITEMS]
    given.write_text(
        "[\n" + ",\n".join(texts) + "\n]\n" if as_dump else "\n".join(texts) + "\n", encoding="utf-8"
    )
    summary = importing.import_files([given], tmp_path / "a.sqlite")
    assert summary.row() == {"rows": 4, "terms": 1, "refused": 0, "unresolved": 0}
    with closing(Catalogue.open(tmp_path / "a.sqlite")) as catalogue:
        held = catalogue.holder("defence minister", "FR", "2016-06-01")
        assert held is not None
        assert (held.entry.id, held.term.start, held.term.end) == ("Q999999992", "2016-02", "2018-05-07")
        assert [each.id for each in catalogue.named("Curufinwe Feanaro")] == ["Q999999992"]
        assert [each.sector for each in catalogue.named("Sirion Post", "Organization")] == ["media"]
        assert catalogue.named("Silmaril") == ()


def test_broken_lines_of_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = tmp_path / "entities.jsonl"
    good = json.dumps(PARLIAMENT[2])
    given.write_text(
        f'{good}\n{{"id": \n[1]\n{{"id": "x"}}\n{{"id": "y", "schema": "Person", "properties": {{}}}}\n{good}\n',
        encoding="utf-8",
    )
    summary = importing.import_files([given], tmp_path / "a.sqlite")
    assert (summary.counts["rows"], summary.counts["refused"], summary.exit_code) == (2, 4, 3)
    assert "entities.jsonl:5: entity 'y' has no name" in capsys.readouterr().err


def test_the_real_table(tmp_path: Path) -> None:
    if not REAL.exists():
        pytest.skip("the table of office holders (../shared/actors) is not beside the project")
    began = time.monotonic()
    summary = importing.import_files([REAL], tmp_path / "a.sqlite")
    assert time.monotonic() - began < 60
    assert summary.counts["rows"] > 15_000
    assert summary.counts["refused"] < 5
    with closing(Catalogue.open(tmp_path / "a.sqlite")) as catalogue:
        for office, of, on, name in (
            ("finance minister", "DZ", "2020-03-01", "Abderrahmane Raouya"),
            # It ends in 2022 and says of nobody there that he left; what ships knows better.
            ("president", "US", "2025-05-01", "Donald Trump"),
            ("prime minister", "GB", "2023-05-01", "Rishi Sunak"),
        ):
            held = catalogue.holder(office, of, on)
            assert held is not None
            assert held.entry.name == name


_KILLED = """
import sys, time
from pathlib import Path
from graph.catalogue import importing, storage
write = storage.write
def slow(connection, records):
    write(connection, records)
    print("writing", flush=True)
    time.sleep(60)
storage.write = slow
importing.import_files([Path(sys.argv[1])], Path(sys.argv[2]))
"""


def test_a_killed_import_leaves_the_catalogue_whole(tmp_path: Path) -> None:
    catalogue = tmp_path / "a.sqlite"
    importing.import_files([table(tmp_path / "mine.csv", [STEWARD])], catalogue)
    before = catalogue.read_bytes()
    more = table(tmp_path / "more.csv", [{"name": f"Elf {number}"} for number in range(3000)])
    with subprocess.Popen(
        [sys.executable, "-c", _KILLED, str(more), str(catalogue)], stdout=subprocess.PIPE, cwd=HERE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(InputError, match="another import is running"):
            importing.import_files([more], catalogue)
        os.kill(process.pid, signal.SIGKILL)
    assert catalogue.read_bytes() == before
    # And the next one is not in its way.
    assert importing.import_files([more], catalogue).exit_code == 0
    assert not list(tmp_path.glob("*.partial"))


def test_other_files_are_no_catalogue(tmp_path: Path) -> None:
    (tmp_path / "text.sqlite").write_text("no database, but long enough to be one" * 100, encoding="utf-8")
    with pytest.raises(ConfigurationError, match="is no actor catalogue"):
        Catalogue.open(tmp_path / "text.sqlite")
    with closing(storage.created(tmp_path / "new.sqlite")) as connection:
        connection.execute("UPDATE meta SET value = '999'")
        connection.commit()
    with pytest.raises(ConfigurationError, match="version 999"):
        Catalogue.open(tmp_path / "new.sqlite")
    with pytest.raises(InputError, match="there is no actor catalogue"):
        Catalogue.open(tmp_path / "none.sqlite", required=True)


def test_a_look_up_among_many_is_quick(tmp_path: Path) -> None:
    count = 20_000
    given = table(
        tmp_path / "many.csv", ({"name": f"Elf{number % 9000} Noldo{number}"} for number in range(count))
    )
    importing.import_files([given], tmp_path / "a.sqlite")
    taken: list[float] = []
    with closing(Catalogue.open(tmp_path / "a.sqlite")) as catalogue:
        for number in random.Random(3).choices(range(count), k=2000):
            began = time.thread_time()
            assert len(catalogue.named(f"Elf{number % 9000} Noldo{number}")) == 1
            catalogue.holder("president", "US", "2019-05-01")
            taken.append(time.thread_time() - began)
    assert statistics.quantiles(taken, n=100)[98] < 0.001


def test_the_doctor_looks_at_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from graph.catalogue import checkup

    monkeypatch.setenv("NEWSGRAPH_DATA_DIR", str(tmp_path))
    (shipped,) = checkup.findings()
    assert (shipped.good, "that ship" in shipped.found, "imported" in shipped.found) == (True, True, False)
    importing.import_files([table(tmp_path / "mine.csv", [STEWARD])], tmp_path / "actors.sqlite")
    (both,) = checkup.findings()
    assert "1 imported" in both.found
    (tmp_path / "actors.sqlite").write_bytes(b"x" * 5000)
    (broken,) = checkup.findings()
    assert (broken.good, "actors import" in broken.remedy) == (False, True)
