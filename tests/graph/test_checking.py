"""What is derived and was changed by somebody is found, told and mended; what is right is left alone."""

import pytest

from graph import checking
from graph.corrections import ledger as corrections
from graph.corrections.correction import on_claim
from graph.identity import ledger
from graph.identity.judgement import judgement
from graph.identity.references import Reference
from graph.loading import load_extraction
from graph.store import Store
from tests.graph.building import ARNOR, FARAMIR, GONDOR, MORDOR, actor, statement
from tests.graph.test_loading import picture

pytestmark = pytest.mark.neo4j

SMITH, JON = actor("John Smith", "Person", country="GB"), actor("Jon Smith", "Person")


@pytest.fixture
def told(store: Store) -> Store:
    """Return a store with something of all that is derived."""
    for number, day in enumerate(("2026-03-02", "2026-03-02", None, "2026-03")):
        line = statement(f"{number}", ARNOR, "ATTACKED", MORDOR, date=day, speakers=[FARAMIR])
        load_extraction(store, line)
    load_extraction(store, statement("s", SMITH, "MET_WITH", GONDOR))
    load_extraction(store, statement("j", JON, "MET_WITH", GONDOR))
    made = judgement("same", Reference(SMITH.id), Reference(JON.id), reason="one", by="me")
    ledger.record(store, made)
    wrong = statement("w", ARNOR, "PRAISED", MORDOR)
    load_extraction(store, wrong)
    corrections.record(store, on_claim("reject", wrong.claims[0], "w", reason="irony", by="me"))
    return store


def test_what_is_right_is_clean_and_left_alone(told: Store) -> None:
    before = picture(told)
    for mend in (False, True):
        report = checking.check(told, mend=mend)
        assert (report.clean, report.rows()) == (True, [])
        assert report.checked["claims"] == 7
        assert picture(told) == before


@pytest.mark.parametrize(
    ("harm", "found"),
    [
        ("MATCH (:Actor)-[e:ATTACKED]->() DELETE e", ("edge", "missing")),
        ("MATCH (:Actor)-[e:ATTACKED]->() SET e.claim_count = 9", ("edge", "is otherwise")),
        ("MATCH (a:Actor {name: 'Arnor'}), (b:Actor {name: 'Gondor'}) CREATE (a)-[:ATTACKED]->(b)", ("edge", "does not follow")),
        ("MATCH (e:Event {relation: 'ATTACKED'}) DETACH DELETE e", ("event", "missing")),
        ("MATCH (e:Event) SET e.source_count = 9", ("event", "is otherwise")),
        ("MATCH (:Claim)-[p:PART_OF]->() DELETE p", ("event", "is otherwise")),
        ("CREATE (:Event {id: 'event:x', thread: 'a~ATTACKED~b', moment: 'day:2026-01-01'})", ("event", "does not follow")),
        ("MATCH (c:Claim {relation: 'ATTACKED'}) SET c.pair = null, c.thread = 'x~ATTACKED~y'", ("claim", "is otherwise")),
        ("MATCH (c:Claim {rejected: true}) REMOVE c.rejected", ("claim", "is otherwise")),
        ("MATCH (a:Actor {name: 'Arnor'}) SET a.name = 'Angmar', a.article_count = 1", ("actor", "is otherwise")),
        ("CREATE (:Actor:Person {id: 'person:nobody', name: 'Nobody'})", ("actor", "does not follow")),
        ("MATCH (t:Tally) DELETE t", ("name", "missing")),
        ("CREATE (:Tally {id: 'person:nobody', counts: '{}'})", ("name", "does not follow")),
        ("MATCH (a:Article) REMOVE a.signature", ("article", "is otherwise")),
    ],
)  # fmt: skip
def test_what_was_changed_is_told_and_mended(told: Store, harm: str, found: tuple[str, str]) -> None:
    before = picture(told)
    told.transact(lambda each: each._transaction.run(harm).consume())
    harmed = picture(told)
    assert harmed != before
    report = checking.check(told, mend=False)
    assert found in {(row["what"], row["how"]) for row in report.rows()}
    assert picture(told) == harmed
    assert found in checking.check(told, mend=True).counts
    assert picture(told) == before
    assert checking.check(told, mend=True).clean
