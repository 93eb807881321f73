"""Judging claims and publishers, undoing, and what follows for the graph, on a real Neo4j."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from graph import backup, ledger_lines
from graph.corrections import ledger
from graph.corrections.correction import Correction, correction, on_claim, rating
from graph.errors import InputError, LineError, NotFoundError
from graph.identity.judgement import now
from graph.loading import load_extraction, remove_article
from graph.model import Extraction
from graph.store import Store
from tests.graph.building import ARNOR, GONDOR, MORDOR, article, claim, extraction, statement
from tests.graph.test_loading import edges, picture

pytestmark = pytest.mark.neo4j

LINE = statement("a", ARNOR, "ATTACKED", MORDOR, date="2026-03-02")


def judged(decision: str, line: Extraction = LINE, *, second: int = 0) -> Correction:
    return on_claim(
        decision, line.claims[0], line.article.id, reason="why", by="me", at=f"2026-01-01T00:00:{second:02}Z"
    )


def undo(store: Store, made: Correction) -> None:
    ledger.withdraw(store, made.id, because="wrong", by="me", at=now())


def events(store: Store) -> list[dict[str, object]]:
    rows, _ = store.ask(
        "MATCH (e:Event) RETURN e.status AS status, e.claim_count AS claims, e.denied_count AS denied ORDER BY e.id",
        {},
        limit=99,
    )
    return rows


def rejected(store: Store) -> int:
    rows, _ = store.ask("MATCH (c:Claim {rejected: true}) RETURN count(c) AS n", {}, limit=1)
    return int(rows[0]["n"])


def without_record(store: Store) -> list[str]:
    return [each for each in picture(store) if "(['Correction']" not in each]


def test_a_rejected_claim_makes_no_edge_and_no_event_and_undo_brings_both_back(store: Store) -> None:
    load_extraction(store, LINE)
    before = without_record(store)
    made = ledger.judge(store, "reject", LINE.claims[0].id, reason="a film", by="me")
    assert made.state == "holds"
    assert (edges(store), events(store), rejected(store)) == ({}, [], 1)
    undo(store, made.correction)
    assert without_record(store) == before
    assert ledger.get(store, made.correction.id).state == "withdrawn"
    with pytest.raises(InputError, match="withdrawn already"):
        undo(store, made.correction)


def test_of_two_the_later_holds_in_whatever_order_they_come(store: Store) -> None:
    load_extraction(store, LINE)
    before = without_record(store)
    first, later = judged("reject", second=1), judged("accept", second=2)
    for one, other in ((first, later), (later, first)):
        ledger.record(store, one)
        ledger.record(store, other)
        assert without_record(store) == before
        assert [(each.correction, each.state, each.against) for each in ledger.corrections(store)] == [
            (later, "holds", ()),
            (first, "overruled", (later.id,)),
        ]
        assert not ledger.record(store, first)
        store.write("load/remove_batch")
        load_extraction(store, LINE)
    ledger.record(store, first)
    ledger.record(store, later)
    undo(store, later)
    assert rejected(store) == 1


def test_it_stays_rejected_when_its_article_is_extracted_anew(store: Store) -> None:
    sentence, more = "Arnor attacked Mordor.", "Arnor attacked Mordor. It rained."
    where = {"quote": sentence, "start": 0, "end": len(sentence), "trigger": "attacked"}

    def read(text: str, **changes: object) -> Extraction:
        made = claim(text, ARNOR, "ATTACKED", MORDOR, **where, **changes)
        return extraction(article("a", text), (ARNOR, GONDOR, MORDOR), (made,))

    load_extraction(store, read(sentence))
    ledger.judge(store, "reject", read(sentence).claims[0].id, reason="a film", by="me")
    again = read(more, date="2026-03-01", confidence=0.5)
    assert again.claims[0].id != read(sentence).claims[0].id
    assert load_extraction(store, again).state == "replaced"
    assert (edges(store), rejected(store)) == ({}, 1)
    remove_article(store, "a")
    load_extraction(store, again)
    assert (edges(store), rejected(store)) == ({}, 1)
    # Another reading of the same sentence is another claim.
    other = replace(again, claims=(replace(again.claims[0], source=GONDOR.id, id="claim:x"),))
    load_extraction(store, other)
    assert set(edges(store)) == {("Gondor", "ATTACKED", "Mordor")}


def test_rejected_before_its_article_comes(store: Store) -> None:
    ledger.record(store, judged("reject"))
    assert store.read("load/article_count") == [{"article_count": 0}]
    load_extraction(store, LINE)
    assert (edges(store), rejected(store)) == ({}, 1)


def test_rejecting_and_loading_at_once(store: Store) -> None:
    lines = [statement(f"{number}", ARNOR, "ATTACKED", MORDOR, date="2026-03-02") for number in range(12)]
    with ThreadPoolExecutor(4) as others:
        loads = [others.submit(load_extraction, store, line) for line in lines]
        judgements = [others.submit(ledger.record, store, judged("reject", line)) for line in lines[::2]]
        for load in loads:
            load.result()
        for judgement in judgements:
            judgement.result()
    assert rejected(store) == 6
    assert edges(store)["Arnor", "ATTACKED", "Mordor"]["claim_count"] == 6
    assert [row["claims"] for row in events(store)] == [6]


def test_a_rejected_denial_contests_nothing(store: Store) -> None:
    load_extraction(store, LINE)
    denial = statement("b", ARNOR, "ATTACKED", MORDOR, date="2026-03-02", status="denied")
    load_extraction(store, denial)
    assert [row["denied"] for row in events(store)] == [1]
    ledger.record(store, judged("reject", denial))
    assert [row["denied"] for row in events(store)] == [0]


def test_publishers_are_rated_and_the_latest_rating_holds(store: Store) -> None:
    load_extraction(store, LINE)
    load_extraction(store, statement("b", ARNOR, "ATTACKED", GONDOR, publisher="Herald"))
    first = rating("Courier", "D", reason="rumours", by="me", at="2026-01-01")
    later = rating("Courier", "B", reason="better now", by="me", at="2026-02-01")
    for each in (later, first, rating("Gazette", "A", reason="good", by="me")):
        ledger.record(store, each)
    found = store.read("corrections/publishers", skip=0, limit=9)
    assert [(row["publisher"], row["rating"], row["articles"]) for row in found] == [
        ("Gazette", "A", 0),
        ("Courier", "B", 1),
        ("Herald", None, 1),
    ]
    undo(store, later)
    assert store.read("corrections/publishers", skip=1, limit=1)[0]["rating"] == "D"
    undo(store, first)
    assert store.read("corrections/publishers", skip=1, limit=1)[0]["rating"] is None


def test_lists_by_what_is_asked_for(store: Store) -> None:
    load_extraction(store, LINE)
    made, rated = judged("reject"), rating("Courier", "B", reason="fair", by="you")
    ledger.record(store, made)
    ledger.record(store, rated)
    for filters, expected in (
        ({"about": LINE.claims[0].id}, [made]), ({"about": "a"}, [made]), ({"about": "Courier"}, [rated]),
        ({"decision": "rate"}, [rated]), ({"by": "me"}, [made]), ({"state": "overruled"}, []),
        ({"skip": 1}, [made]), ({"limit": 1}, [rated]), ({"withdrawn": True}, []),
    ):  # fmt: skip
        found = ledger.corrections(store, **filters)
        assert [each.correction for each in found] == expected, filters
    assert list(ledger.all_kept(store)) == sorted((made, rated), key=lambda each: each.id)


def test_backups_have_them(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "graph.gz"
    load_extraction(store, LINE, with_text=False)
    load_extraction(store, replace(LINE, article=replace(LINE.article, id="b"), claims=()), with_text=False)
    ledger.record(store, judged("reject"))
    withdrawn = judged("reject", second=5)
    ledger.record(store, withdrawn)
    undo(store, withdrawn)
    ledger.record(store, rating("Courier", "B", reason="fair", by="me"))
    before = picture(store)
    assert backup.backup(store, path).judgements == 3
    backup.restore(store, path, replace=True)
    assert picture(store) == before


def test_lines_there_and_back_and_what_is_refused() -> None:
    made, rated = judged("reject"), rating("Courier", "B", reason="fair", by="me")
    gone = replace(made, withdrawn_at="2026-02-01T00:00:00Z", withdrawn_by="me", withdrawn_because="no")
    for each in (made, rated, gone):
        assert ledger_lines.from_line(ledger_lines.to_line(each), place="x") == each
    line = ledger_lines.to_line(made)
    for old, new, message in (
        ('"why"', '"other"', "changed by hand"), ('"why"', '" "', "needs a reason"), ('"me"', '""', "needs a name"),
        ('"publisher":null', '"publisher":"x"', "has no publisher"), ('"publisher"', '"more"', "unknown field"),
        ('"by":"me"', '"by":1', "by: "), ('"withdrawn_by":null', '"withdrawn_by":"me"', "go together"),
        ('"reject"', '"rate"', "not of a claim"), ('"article_id":"a"', '"article_id":null', "needs claim_id"),
    ):  # fmt: skip
        with pytest.raises(LineError, match=f"line 3: .*{message}"):
            ledger_lines.from_line(line.replace(old, new), place="line 3")


def test_what_cannot_be_judged(store: Store) -> None:
    load_extraction(store, LINE)
    with pytest.raises(NotFoundError, match="no claim has the id 'claim:0'"):
        ledger.judge(store, "reject", "claim:0", reason="x", by="me")
    with pytest.raises(NotFoundError, match="no judgement has the id"):
        ledger.get(store, "correction:0")
    with pytest.raises(InputError, match="neither reject nor accept"):
        correction("same", ("a", "b", "c"), reason="x", by="me")
    for publisher, grade in (("Courier", "F"), (" ", "A")):
        with pytest.raises(InputError):
            rating(publisher, grade, reason="x", by="me")
    made = ledger.judge(store, "accept", LINE.claims[0].id, reason="x", by="me")
    for because, by in ((" ", "me"), ("x", " ")):
        with pytest.raises(InputError, match="say w"):
            ledger.withdraw(store, made.correction.id, because=because, by=by, at=now())
