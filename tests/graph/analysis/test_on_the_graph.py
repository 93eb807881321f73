"""What is projected from the graph, paths with their sentences, and measures written back."""

from datetime import date

import pytest

from graph.analysis import measures, paths, writing_back
from graph.analysis.projection import Projection, project
from graph.errors import InputError, NotFoundError
from graph.loading import load_extraction
from graph.selection import Selection
from graph.store import Store
from tests.graph.building import ARNOR, FARAMIR, GONDOR, MORDOR, statement

pytestmark = pytest.mark.neo4j


@pytest.fixture
def loaded(store: Store) -> Store:
    for line in (
        statement("a", ARNOR, "MET_WITH", GONDOR, date="2026-01-05"),
        statement("b", GONDOR, "MET_WITH", ARNOR, date="2026-02-05", publisher="Herald"),
        statement("c", GONDOR, "ATTACKED", MORDOR, published="2026-03-01"),
        statement("d", MORDOR, "ATTACKED", GONDOR, status="denied", date="2026-01-05"),
        statement("e", MORDOR, "ACCUSED", GONDOR, speakers=[FARAMIR], date="2026-01-07"),
        statement("f", ARNOR, "OTHER", MORDOR),
    ):
        load_extraction(store, line)
    return store


def edges(store: Store, selection: Selection) -> set[tuple[str, str, str, float]]:
    found = project(store, Projection(selection))
    names = found.nodes(data="name")
    return {
        (names[u], key, names[v], data["weight"]) for u, v, key, data in found.edges(keys=True, data=True)
    }


def test_what_is_asserted_counts(loaded: Store) -> None:
    assert edges(loaded, Selection()) == {
        ("Arnor", "MET_WITH", "Gondor", 2), ("Gondor", "ATTACKED", "Mordor", 1), ("Mordor", "ACCUSED", "Gondor", 1),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(relations=("MET_WITH",)), {("Arnor", "MET_WITH", "Gondor", 2)}),
        (Selection(statuses=("denied",)), {("Mordor", "ATTACKED", "Gondor", 1)}),
        (Selection(publisher="Herald"), {("Arnor", "MET_WITH", "Gondor", 1)}),
        (Selection(voice="others"), {("Mordor", "ACCUSED", "Gondor", 1)}),
        (
            Selection(date_from=date(2026, 2, 1), date_to=date(2026, 3, 1)),
            {("Arnor", "MET_WITH", "Gondor", 1)},
        ),
        (Selection(date_from=date(2026, 3, 1)), {("Gondor", "ATTACKED", "Mordor", 1)}),
    ],
)
def test_filters(loaded: Store, selection: Selection, expected: set[tuple[str, str, str, float]]) -> None:
    assert edges(loaded, selection) == expected


def test_every_projection_says_what_it_is(loaded: Store) -> None:
    projection = Projection(Selection(relations=("MET_WITH",), publisher="Herald", voice="own"), "articles")
    assert project(loaded, projection).graph["projection"] == (
        "MET_WITH; asserted; …–…; publisher Herald; voice own; weight articles"
    )


def test_unknown_names_are_refused() -> None:
    with pytest.raises(InputError, match="relation 'DANCED' is none of"):
        Selection(relations=("DANCED",))


def test_a_path_has_its_sentences(loaded: Store) -> None:
    projection = Projection()
    found = project(loaded, projection)
    ((arnor, gondor, mordor),) = paths.shortest(found, ARNOR.id, MORDOR.id)
    assert (arnor, gondor, mordor) == (ARNOR.id, GONDOR.id, MORDOR.id)
    first, second = paths.with_evidence(loaded, projection, [arnor, gondor, mordor])
    assert [row["sentence"] for row in first.evidence] == ["Gondor MET_WITH Arnor.", "Arnor MET_WITH Gondor."]
    assert {(row["did"], tuple(row["said_by"])) for row in second.evidence} == {
        ("ATTACKED", ()), ("ACCUSED", ("Faramir Stewardson",)),
    }  # fmt: skip
    with pytest.raises(NotFoundError, match="has no connection among those selected"):
        paths.shortest(found, ARNOR.id, FARAMIR.id)


def test_measures_are_written_back_and_replaced(loaded: Store) -> None:
    projection = Projection()
    found = project(loaded, projection)
    assert writing_back.write(loaded, "weighted-degree", measures.weighted_degree(found), projection) == 3
    query = "MATCH (a:Actor) WHERE a.weighted_degree IS NOT NULL RETURN a.name AS name, a.weighted_degree AS score, a.weighted_degree_of AS measured ORDER BY name"
    rows, _ = loaded.ask(query, {}, limit=9)
    assert [(row["name"], row["score"]) for row in rows] == [("Arnor", 2), ("Gondor", 4), ("Mordor", 2)]
    assert {row["measured"] for row in rows} == {str(projection)}
    narrow = Projection(Selection(relations=("MET_WITH",)))
    writing_back.write(loaded, "weighted-degree", measures.weighted_degree(project(loaded, narrow)), narrow)
    rows, _ = loaded.ask(query, {}, limit=9)
    assert [(row["name"], row["score"]) for row in rows] == [("Arnor", 2), ("Gondor", 2)]
