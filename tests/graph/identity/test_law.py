"""The law of the ledger, on a real Neo4j: the graph is a function of articles and judgements, and undo undoes."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import rebuilding, writing_out
from graph.errors import InputError
from graph.identity import ledger
from graph.identity.judgement import Judgement, judgement
from graph.identity.references import Reference
from graph.ids import content_id
from graph.jsonl import to_line
from graph.loading import load_extraction, remove_article
from graph.model import Actor, Extraction, Quotation, Speaker
from graph.store import Store
from tests.graph.building import FARAMIR, actor, article, claim, extraction
from tests.graph.test_loading import picture

pytestmark = pytest.mark.neo4j

SMITH = actor("John Smith", "Person")
PEOPLE = (
    SMITH,
    replace(SMITH, country="GB"),
    replace(SMITH, country="US", names=("John Smith", "J. Smith")),
    replace(SMITH, wikidata="Q7"),
    actor("Jon Smith", "Person"),
    actor("John Smith", "Person", id="Q7", wikidata="Q7"),
    actor("Smith Union", "Organization"),
    FARAMIR,
)
ARTICLES = "abcd"


def told(identity: str, people: Sequence[Actor], relation: str, status: str) -> Extraction:
    """Return an article in which one acts on the next, as the third says, at the fourth, and the last is quoted."""
    cast = list({one.id: one for one in people}.values())
    source, target, speaker, place = (cast[at % len(cast)] for at in range(4))
    text = f"{source.name} {relation} {target.name}."
    role = "Premier" if relation == "HOLDS_ROLE" else None
    made = claim(text, source, relation, target, status=status, place=place.id, role=role)
    said = Quotation(
        content_id("q", identity), cast[-1].id, cast[-1].name, "said", text, 0, len(text), direct=True
    )
    claims = (replace(made, said_by=(Speaker(speaker.id, "said"),)),)
    return extraction(article(identity, text), tuple(cast), claims, (said,))


@dataclass
class Model:
    """What should be in the graph: lines by article, and judgements."""

    lines: dict[str, Extraction] = field(default_factory=dict)
    judgements: list[Judgement] = field(default_factory=list)


LINES = st.builds(
    told,
    st.sampled_from(ARTICLES),
    st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=4),
    st.sampled_from(["MET_WITH", "ATTACKED", "HOLDS_ROLE"]),
    st.sampled_from(["asserted", "denied"]),
)
SIDES = st.one_of(
    st.builds(Reference, st.sampled_from(sorted({one.id for one in PEOPLE}))),
    st.builds(lambda part: Reference(SMITH.id, part), st.sampled_from(["country:gb", "country:us", "country:none"])),
    st.builds(lambda where: Reference(SMITH.id, "", where), st.sampled_from(ARTICLES)),
)  # fmt: skip
JUDGED = st.tuples(st.sampled_from(["same", "same", "different", "unsure"]), SIDES, SIDES)
STEPS = st.lists(
    st.one_of(LINES, LINES, st.sampled_from(ARTICLES), JUDGED, JUDGED, st.integers(0, 3)),
    min_size=3,
    max_size=9,
)


def whole(store: Store) -> list[str]:
    """Return everything in the graph but the record of what was withdrawn."""
    return [each for each in picture(store) if "(['Withdrawn']" not in each]


def step(store: Store, model: Model, number: int, action: object) -> None:
    match action:
        case Extraction():
            load_extraction(store, action)
            model.lines[action.article.id] = action
        case str():
            if model.lines.pop(action, None) is not None:
                remove_article(store, action)
        case int():
            if model.judgements:
                gone = model.judgements.pop(action % len(model.judgements))
                ledger.withdraw(store, gone.id, because="wrong", by="tester", at="2026-02-01T00:00:00Z")
        case (str(decision), Reference() as left, Reference() as right):
            when = f"2026-01-01T00:00:{number:02}Z"
            try:
                made = judgement(decision, left, right, reason="why", by="tester", at=when)
            except InputError:
                return
            before = whole(store)
            again = replace(made, id=f"{made.id}-tried")
            assert ledger.record(store, again)
            ledger.withdraw(store, again.id, because="only tried", by="tester", at=when)
            assert whole(store) == before
            assert ledger.record(store, made)
            model.judgements.append(made)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS, seed=st.integers(0, 99))
def test_any_way_leads_to_the_graph_of_its_articles_and_judgements(
    store: Store, steps: list[object], seed: int
) -> None:
    while store.write("load/remove_batch")[0]["removed"]:
        pass
    model = Model()
    for number, action in enumerate(steps):
        step(store, model, number, action)
    direct = whole(store)
    rebuilding.rebuild(store)
    assert whole(store) == direct
    lines = [to_line(line) for line in writing_out.extractions(store)]
    assert lines == [to_line(model.lines[each]) for each in sorted(model.lines)]

    other_way: list[Extraction | Judgement] = [*model.lines.values(), *model.judgements]
    random.Random(seed).shuffle(other_way)
    while store.write("load/remove_batch")[0]["removed"]:
        pass
    for each in other_way:
        if isinstance(each, Judgement):
            ledger.record(store, each)
        else:
            load_extraction(store, each)
    assert whole(store) == direct
