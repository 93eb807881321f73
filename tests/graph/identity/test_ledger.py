"""Judging, undoing and what follows for the graph, on a real Neo4j."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from graph import rebuilding, schema
from graph.errors import InputError, NotFoundError
from graph.identity import ledger
from graph.identity.judgement import Judgement, judgement, now
from graph.loading import load_extraction, remove_article
from graph.store import Store
from tests.graph.building import ARNOR, FARAMIR, GONDOR, MORDOR, actor, statement
from tests.graph.test_loading import edges, picture

pytestmark = pytest.mark.neo4j

SMITH, JON = actor("John Smith", "Person"), actor("Jon Smith", "Person")
BRITON, AMERICAN = replace(SMITH, country="GB"), replace(SMITH, country="US")
UNION = actor("Smith Union", "Organization")


VERSION_3 = (
    "MATCH (j:Judgement) DETACH DELETE j",
    'MATCH (t:Tally) SET t.counts = \'{"articles": 1, "said": {}}\'',
    f"CREATE (:Actor:Person {{id: '{SMITH.id}', name: 'John Smith'}})",
    f"""MATCH (a:Article)-[m:MENTIONS {{actor_id: '{SMITH.id}'}}]->(), (n:Actor {{id: '{SMITH.id}'}})
        CREATE (a)-[k:MENTIONS]->(n) SET k = properties(m) DELETE m""",
    f"""MATCH (c:Claim)-[s:SOURCE {{actor_id: '{SMITH.id}'}}]->(), (n:Actor {{id: '{SMITH.id}'}})
        CREATE (c)-[k:SOURCE]->(n) SET k = properties(s) DELETE s""",
    "MATCH ()-[m:MENTIONS]->() REMOVE m.part",
    "MATCH (a:Actor) WHERE a.id CONTAINS '@country' DETACH DELETE a",
)


def run(store: Store, cypher: str) -> None:
    store.transact(lambda transaction: transaction._transaction.run(cypher).consume())


def judge(store: Store, decision: str, left: str, right: str, *, article: str | None = None) -> ledger.Listed:
    sides = ledger.find(store, left, article), ledger.find(store, right)
    return ledger.make(store, [judgement(decision, *sides, reason="why", by="me")])[0]


def undo(store: Store, made: Judgement) -> None:
    ledger.withdraw(store, made.id, because="wrong", by="me", at=now())


def standing(store: Store) -> list[str]:
    return [each for each in picture(store) if "(['Withdrawn']" not in each]


def actors(store: Store) -> dict[str, int]:
    rows, _ = store.ask("MATCH (a:Actor) RETURN a.id AS id, a.article_count AS articles", {}, limit=100)
    return {row["id"]: row["articles"] for row in rows}


def test_a_merge_is_one_actor_with_all_that_both_had_and_undo_restores_both(store: Store) -> None:
    load_extraction(store, statement("a", SMITH, "ATTACKED", MORDOR, place=GONDOR.id, speakers=[JON, GONDOR]))
    load_extraction(store, statement("b", JON, "ATTACKED", MORDOR, date="2026-01"))
    before = standing(store)
    made = judge(store, "same", JON.id, SMITH.id)
    assert made.state == "holds"
    assert actors(store)[SMITH.id] == 2
    assert JON.id not in actors(store)
    assert edges(store)["Jon Smith", "ATTACKED", "Mordor"]["claim_count"] == 2
    names, _ = store.ask("MATCH (a:Actor {id: $id}) RETURN a.aliases AS aliases", {"id": SMITH.id}, limit=1)
    assert names == [{"aliases": ["John Smith"]}]
    rebuilt = standing(store)
    rebuilding.rebuild(store)
    assert standing(store) == rebuilt
    undo(store, made.judgement)
    assert standing(store) == before
    assert ledger.get(store, made.judgement.id).state == "withdrawn"
    with pytest.raises(InputError, match="withdrawn already"):
        undo(store, made.judgement)


def test_an_article_that_names_both_counts_once(store: Store) -> None:
    load_extraction(store, statement("a", SMITH, "ATTACKED", JON))
    judge(store, "same", SMITH.id, JON.id)
    assert actors(store) == {SMITH.id: 1}
    assert edges(store) == {}
    load_extraction(store, statement("b", JON, "ATTACKED", MORDOR))
    load_extraction(store, statement("c", SMITH, "PRAISED", JON))
    assert actors(store)[SMITH.id] == 3
    remove_article(store, "a")
    assert actors(store)[SMITH.id] == 2
    before = picture(store)
    rebuilding.rebuild(store)
    assert picture(store) == before


def test_namesakes_come_apart_and_together_with_their_articles(store: Store) -> None:
    load_extraction(store, statement("a", BRITON, "ATTACKED", MORDOR))
    load_extraction(store, statement("b", SMITH, "ATTACKED", MORDOR))
    together = picture(store)
    assert actors(store)[SMITH.id] == 2
    load_extraction(store, statement("c", AMERICAN, "ATTACKED", MORDOR))
    assert actors(store) == {
        MORDOR.id: 3, f"{SMITH.id}@country:gb": 1, f"{SMITH.id}@country:us": 1, f"{SMITH.id}@country:none": 1,
    }  # fmt: skip
    rules = ledger.judgements(store, by="rule:country")
    assert {(each.judgement.left_id, each.judgement.right_id, each.state) for each in rules} == {
        (SMITH.id, f"{SMITH.id}@country:gb", "holds"), (SMITH.id, f"{SMITH.id}@country:us", "holds"),
    }  # fmt: skip
    with pytest.raises(InputError, match="judge otherwise"):
        undo(store, rules[0].judgement)
    remove_article(store, "c")
    assert picture(store) == together


def test_a_person_overrules_the_rule_and_the_rule_comes_back(store: Store) -> None:
    for identity, who in (("a", BRITON), ("b", AMERICAN)):
        load_extraction(store, statement(identity, who, "ATTACKED", MORDOR))
    apart = standing(store)
    made = judge(store, "same", f"{SMITH.id}@country:gb", f"{SMITH.id}@country:us")
    assert actors(store)[SMITH.id] == 2
    assert {each.state for each in ledger.judgements(store, by="rule:country")} == {"overruled"}
    assert len(ledger.judgements(store, state="overruled")) == 2
    assert [each.judgement for each in ledger.judgements(store, state="holds")] == [made.judgement]
    undo(store, made.judgement)
    assert standing(store) == apart


def test_an_id_that_gains_an_item_becomes_it(store: Store) -> None:
    load_extraction(store, statement("a", SMITH, "ATTACKED", MORDOR))
    load_extraction(store, statement("b", replace(SMITH, wikidata="Q7"), "PRAISED", MORDOR))
    assert actors(store) == {"Q7": 2, MORDOR.id: 2}
    load_extraction(store, statement("c", replace(SMITH, id="Q7", wikidata="Q7"), "VISITED", MORDOR))
    assert actors(store) == {"Q7": 3, MORDOR.id: 3}
    assert ledger.find(store, "Q7").identity == "Q7"
    remove_article(store, "b")
    assert actors(store) == {"Q7": 1, SMITH.id: 1, MORDOR.id: 2}


def test_some_articles_mean_another(store: Store) -> None:
    for identity in "abc":
        load_extraction(store, statement(identity, SMITH, "ATTACKED", MORDOR))
    before = standing(store)
    made = judge(store, "different", SMITH.id, SMITH.id, article="a")
    apart = next(each for each in actors(store) if "@article:" in each)
    assert (actors(store)[SMITH.id], actors(store)[apart]) == (2, 1)
    assert edges(store)["John Smith", "ATTACKED", "Mordor"]["claim_count"] in {1, 2}
    assert ledger.find(store, apart).article == "a"
    again = load_extraction(store, statement("a", SMITH, "PRAISED", MORDOR))
    assert again.state == "replaced"
    assert actors(store)[apart] == 1
    load_extraction(store, statement("a", SMITH, "ATTACKED", MORDOR))
    undo(store, made.judgement)
    assert standing(store) == before


def test_a_judgement_outlives_its_articles(store: Store) -> None:
    lines = statement("a", SMITH, "ATTACKED", MORDOR), statement("b", JON, "ATTACKED", MORDOR)
    for line in lines:
        load_extraction(store, line)
    judge(store, "same", SMITH.id, JON.id)
    before = picture(store)
    for line in lines:
        remove_article(store, line.article.id)
    assert actors(store) == {}
    for line in reversed(lines):
        load_extraction(store, line)
    assert picture(store) == before


def test_what_cannot_be_judged_is_refused(store: Store) -> None:
    load_extraction(store, statement("a", SMITH, "ATTACKED", UNION, speakers=[JON]))
    with pytest.raises(NotFoundError, match="no actor has the id 'person:nobody'"):
        judge(store, "same", SMITH.id, "person:nobody")
    with pytest.raises(NotFoundError, match="no article with id 'z'"):
        judge(store, "different", SMITH.id, SMITH.id, article="z")
    with pytest.raises(NotFoundError, match="country:fr"):
        judge(store, "same", f"{SMITH.id}@country:fr", JON.id)
    with pytest.raises(InputError, match=r"is a Person.*two kinds"):
        judge(store, "same", SMITH.id, UNION.id)
    with pytest.raises(InputError, match="named twice"):
        judge(store, "same", SMITH.id, SMITH.id)
    before = picture(store)
    apart = judge(store, "different", SMITH.id, JON.id)
    with pytest.raises(InputError, match=f"a person says otherwise.*{apart.judgement.id}"):
        judge(store, "same", SMITH.id, JON.id)
    undo(store, apart.judgement)
    assert standing(store) == before
    with pytest.raises(NotFoundError, match="no judgement"):
        ledger.get(store, "judgement:0")


def test_an_id_of_several_does_not_say_which_is_meant(store: Store) -> None:
    load_extraction(store, statement("a", BRITON, "ATTACKED", MORDOR, speakers=[JON]))
    load_extraction(store, statement("b", AMERICAN, "ATTACKED", MORDOR))
    with pytest.raises(InputError, match=r"is the id of several actors; name one of .*@country:gb"):
        judge(store, "same", SMITH.id, JON.id)
    assert judge(store, "same", f"{SMITH.id}@country:gb", JON.id).state == "holds"


def test_what_is_recorded_from_elsewhere_gives_one_ledger_in_any_order(store: Store) -> None:
    load_extraction(store, statement("a", SMITH, "ATTACKED", FARAMIR, speakers=[JON]))
    one = ledger.find(store, SMITH.id), ledger.find(store, JON.id)
    made = judgement("same", *one, reason="why", by="me", at="2026-01-01")
    gone = replace(made, withdrawn_at="2026-02-01T00:00:00Z", withdrawn_by="me", withdrawn_because="no")
    later = replace(gone, withdrawn_at="2026-03-01T00:00:00Z")
    assert [ledger.record(store, each) for each in (made, made, later, gone, later, made)] == [
        True, False, True, True, False, False,
    ]  # fmt: skip
    ended = picture(store)
    for each in list(store.read("identity/kept", after="", limit=9)):
        assert each["judgement"]["withdrawn_at"] == gone.withdrawn_at
    run(store, "MATCH (w:Withdrawn) DELETE w")
    assert [ledger.record(store, each) for each in (gone, made)] == [True, False]
    assert picture(store) == ended
    assert list(ledger.all_kept(store)) == [gone]


def test_judging_and_loading_at_once_gives_what_follows(store: Store) -> None:
    lines = [statement(f"{number}", (SMITH, JON)[number % 2], "ATTACKED", MORDOR) for number in range(16)]
    for line in lines[:2]:
        load_extraction(store, line)
    sides = ledger.find(store, SMITH.id), ledger.find(store, JON.id)

    def work(number: int) -> None:
        if number % 4 == 3:
            made = judgement("same", *sides, reason="why", by=f"{number}")
            ledger.make(store, [made])
            undo(store, made)
        load_extraction(store, lines[number])

    with ThreadPoolExecutor(4) as workers:
        list(workers.map(work, range(2, 16)))
    together = picture(store)
    rebuilding.rebuild(store)
    assert picture(store) == together
    assert actors(store) == {SMITH.id: 8, JON.id: 8, MORDOR.id: 16}


def test_a_graph_without_ledger_gets_one(store: Store) -> None:
    for identity, who in (("a", BRITON), ("b", AMERICAN), ("c", ARNOR)):
        load_extraction(store, statement(identity, who, "ATTACKED", MORDOR))
    now_ = picture(store)
    # As version 3 left it: one actor an id, tallies without parts, occurrences without them.
    for each in VERSION_3:
        run(store, each)
    store.write("load/record_version", schema_version=3, migrations=[])
    schema.prepare(store)
    assert picture(store) == now_
