"""What is exported comes back from the libraries that read these formats, with all its characters."""

import csv
import json
from pathlib import Path

import networkx as nx
import pytest

from graph import feeding
from graph.analysis.projection import Projection, project
from graph.corrections import ledger as corrections
from graph.corrections.correction import rating
from graph.exports import followthemoney, lines, networks, tables
from graph.jsonl import to_line
from graph.loading import load_extraction
from graph.selection import ALL, Selection
from graph.store import Store
from tests.graph.building import ARNOR, GONDOR, MORDOR, actor, statement
from tests.graph.bulk import world
from tests.graph.test_loading import picture

pytestmark = pytest.mark.neo4j

NAME = 'Ő "quoted" <b> & \u202eשלום😀, a|b; c\td\ne'
CONTROL = "bell\x07 and \ufffe"


@pytest.fixture
def loaded(store: Store) -> Store:
    for line in (
        statement("a", actor(NAME), "ATTACKED", MORDOR, date="2026-01-05"),
        statement("b", actor(NAME), "ATTACKED", MORDOR, date="2026-02-05"),
        statement("c", ARNOR, "MET_WITH", GONDOR, published=None),
        statement("d", actor(CONTROL), "PRAISED", GONDOR),
        statement("e", ARNOR, "PRAISED", MORDOR, status="planned"),
    ):
        load_extraction(store, line)
    return store


def named(found: nx.MultiDiGraph) -> set[tuple[str, str, str, int]]:
    names = found.nodes(data="name")
    return {
        (names[u], data["relation"], names[v], data["claim_count"]) for u, v, data in found.edges(data=True)
    }


EXPECTED = {
    (NAME, "ATTACKED", "Mordor", 2),
    ("Arnor", "MET_WITH", "Gondor", 1),
    (CONTROL, "PRAISED", "Gondor", 1),
}
IN_XML = {(source.replace("\x07", "␇").replace("\ufffe", "\ufffd"), *rest) for source, *rest in EXPECTED}


def test_graphml(loaded: Store, tmp_path: Path) -> None:
    networks.write_graphml(project(loaded, Projection()), tmp_path / "g.graphml")
    found = nx.read_graphml(tmp_path / "g.graphml")
    assert found.is_directed()
    assert named(found) == IN_XML
    (days,) = [data["days"] for _, _, data in found.edges(data=True) if data["claim_count"] == 2]
    assert days == "2026-01-05 2026-02-05"


def test_gexf_is_dynamic(loaded: Store, tmp_path: Path) -> None:
    networks.write_gexf(project(loaded, Projection()), tmp_path / "g.gexf")
    text = (tmp_path / "g.gexf").read_text("utf-8")
    assert 'mode="dynamic"' in text
    assert 'timeformat="date"' in text
    found = nx.read_gexf(tmp_path / "g.gexf")
    assert {found.nodes[node]["label"] for node in found} == {
        each for row in IN_XML for each in (row[0], row[2])
    }
    spells = [data["spells"] for _, _, data in found.edges(data=True) if data["claim_count"] == 2]
    assert spells == [[("2026-01-05", "2026-01-05"), ("2026-02-05", "2026-02-05")]]
    dated = {found.nodes[node]["label"]: found.nodes[node].get("start") for node in found}
    assert dated["Mordor"] == "2026-01-05"
    assert dated["Arnor"] is None


def test_node_link_json(loaded: Store, tmp_path: Path) -> None:
    networks.write_node_link(project(loaded, Projection()), tmp_path / "g.json")
    found = nx.node_link_graph(json.loads((tmp_path / "g.json").read_text("utf-8")), edges="edges")
    assert named(found) == EXPECTED


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_csv(loaded: Store, tmp_path: Path) -> None:
    assert tables.write(loaded, Selection(), tmp_path / "out") == {"claims": 4, "connections": 3, "actors": 5}
    actors = {row["id"]: row["name"] for row in rows(tmp_path / "out" / "actors.csv")}
    assert set(actors.values()) == {NAME, CONTROL, "Arnor", "Gondor", "Mordor"}
    found = rows(tmp_path / "out" / "connections.csv")
    assert {(actors[row["source"]], row["relation"], actors[row["target"]], int(row["claim_count"])) for row in found} == EXPECTED  # fmt: skip
    claims = rows(tmp_path / "out" / "claims.csv")
    assert {row["quote"] for row in claims} >= {f"{NAME} ATTACKED Mordor."}
    assert {row["evidence"] for row in claims} == {"sentence"}


def test_lines_give_the_same_graph(store: Store, tmp_path: Path) -> None:
    for line in world.lines():
        load_extraction(store, line)
    before = picture(store)
    assert lines.write(store, ALL, tmp_path / "all.jsonl") == len(world.lines())
    store.write("load/remove_batch")
    assert feeding.feed(store, feeding.read_files([str(tmp_path / "all.jsonl")])).exit_code == 0
    assert picture(store) == before


def test_a_rating_leaves_publishers_that_are_rated_so_or_better(loaded: Store, tmp_path: Path) -> None:
    load_extraction(loaded, statement("f", ARNOR, "ATTACKED", GONDOR, publisher="Herald"))
    corrections.record(loaded, rating("Herald", "B", reason="fair", by="me"))
    for grade, publishers in (("A", set()), ("B", {"Herald"}), ("E", {"Herald"})):
        choice = Selection(rating=grade)
        told = [json.loads(line)["article"]["publisher"] for line in lines.lines(loaded, choice)]
        assert set(told) == publishers
        folder = tmp_path / grade
        tables.write(loaded, choice, folder)
        with (folder / "claims.csv").open(encoding="utf-8", newline="") as file:
            assert {row["publisher"] for row in csv.DictReader(file)} == publishers
        assert bool(project(loaded, Projection(choice)).edges) == bool(publishers)


def test_lines_of_what_passes_filters(store: Store) -> None:
    for line in world.lines():
        load_extraction(store, line)
    found = [json.loads(line) for line in lines.lines(store, Selection(relations=("DENIED", "MET_WITH")))]
    assert [(row["article"]["id"], [claim["relation"] for claim in row["claims"]]) for row in found] == [
        ("c", ["MET_WITH"]), ("denials", ["DENIED"]), ("h", ["MET_WITH"]),
    ]  # fmt: skip
    assert found[1]["claims"][0]["denies"] is None
    everything = [to_line(line) for line in sorted(world.lines(), key=lambda line: line.article.id)]
    assert list(lines.lines(store, ALL)) == everything


def test_followthemoney(loaded: Store, tmp_path: Path) -> None:
    followthemoney.write(loaded, Selection(), tmp_path / "ftm.jsonl")
    found = [json.loads(line) for line in (tmp_path / "ftm.jsonl").read_text("utf-8").split("\n") if line]
    by_id = {entity["id"]: entity for entity in found}
    assert len(by_id) == len(found)
    links = [entity["properties"] for entity in found if entity["schema"] == "UnknownLink"]
    assert {(by_id[link["subject"][0]]["properties"]["name"][0], link["role"][0]) for link in links} == {
        (NAME, "attacked"), ("Arnor", "met with"), (CONTROL, "praised"),
    }  # fmt: skip
    assert all(by_id[link["proof"][0]]["schema"] == "Article" for link in links)
    assert {by_id[link["object"][0]]["schema"] for link in links} == {"PublicBody"}
