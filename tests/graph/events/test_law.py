"""The law of events, on a real Neo4j: they follow from claims and judgements alone, whatever way led to these."""

import random
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import rebuilding
from graph.corrections import ledger as corrections
from graph.corrections.correction import Correction, on_claim
from graph.identity import ledger
from graph.identity.judgement import Judgement, judgement
from graph.identity.references import Reference
from graph.loading import load_extraction, remove_article
from graph.model import Actor, Extraction
from graph.store import Store
from tests.graph.building import ARNOR, GONDOR, MORDOR, actor, article, claim, extraction
from tests.graph.test_loading import picture

pytestmark = pytest.mark.neo4j

HARAD = actor("Haradwaith", "Country")  # some call Mordor so
CITY, TOWN = actor("Osgiliath", "Place", country="GD"), actor("Pelargir", "Place", country="GD")
CITY_TOO = actor("Osgiliath City", "Place", country="GD")
LAND = actor("Gondor Land", "Country", country="GD")
PLACES = (None, None, CITY, TOWN, CITY_TOO, LAND)
PARTIES = (MORDOR, HARAD, GONDOR)
DAYS = tuple(f"2026-03-{day:02}" for day in (*range(1, 8), 12, 30))
ARTICLES = "abcdef"
# The first and the last are nearly the same.
TEXTS = tuple(
    " ".join(f"{word}{number}" for number in range(length))
    for word, length in (("one", 60), ("two", 60), ("one", 55))
)
Statement = tuple[Actor, str, str, str | None, Actor | None]
STATEMENTS = st.tuples(
    st.sampled_from((MORDOR, MORDOR, *PARTIES)),
    st.sampled_from(["ATTACKED", "ATTACKED", "ATTACKED", "MET_WITH", "HOLDS_ROLE"]),
    st.sampled_from(["asserted", "asserted", "asserted", "denied", "planned", "possible"]),
    st.one_of(st.none(), st.none(), st.sampled_from(DAYS), st.sampled_from(["2026-03", "2026"])),
    st.sampled_from(PLACES),
)


def told(
    identity: str, statements: list[Statement], published: str | None, text: str, publisher: str
) -> Extraction:
    """Return an article of some statements, each of which is what Arnor did."""
    claims = []
    cast = {ARNOR.id: ARNOR}
    for number, (target, relation, status, date, place) in enumerate(statements):
        cast |= {one.id: one for one in (target, place) if one is not None}
        where = place.id if place is not None else None
        made = claim(text, ARNOR, relation, target, status=status, date=date, place=where)
        claims.append(replace(made, id=f"{made.id}:{number}", trigger=f"word {number}"))
    about = article(identity, text, published=published, publisher=publisher)
    return extraction(about, tuple(cast.values()), tuple(claims))


LINES = st.builds(
    told,
    st.sampled_from(ARTICLES),
    st.lists(STATEMENTS, min_size=1, max_size=4),
    st.one_of(st.none(), st.sampled_from(DAYS), st.sampled_from(DAYS)),
    st.sampled_from(TEXTS),
    st.sampled_from(["Courier", "Herald"]),
)
SAME = st.sampled_from([(MORDOR, HARAD), (CITY, CITY_TOO), (HARAD, ARNOR)])
STEPS = st.lists(
    st.one_of(LINES, LINES, LINES, st.sampled_from(ARTICLES), SAME, st.integers(0, 99), st.just("undo")),
    min_size=4,
    max_size=12,
)


def judged(one: Actor, other: Actor, number: int) -> Judgement:
    sides = Reference(one.id), Reference(other.id)
    return judgement("same", *sides, reason="one", by="me", at=f"2026-01-01T00:00:{number:02}Z")


def correction(line: Extraction, number: int) -> Correction:
    claims = line.claims
    made = claims[number % len(claims)]
    decision = "reject" if number % 3 else "accept"
    return on_claim(
        decision, made, line.article.id, reason="why", by="me", at=f"2026-01-01T00:00:{number % 60:02}Z"
    )


@dataclass
class Model:
    """What should be in the graph: lines by article, and judgements."""

    lines: dict[str, Extraction] = field(default_factory=dict)
    judgements: list[Judgement | Correction] = field(default_factory=list)

    def step(self, store: Store, number: int, action: object) -> None:
        """Do one thing to the graph, and to what should be in it."""
        match action:
            case Extraction():
                load_extraction(store, action)
                self.lines[action.article.id] = action
            case int() if self.lines:
                line = self.lines[sorted(self.lines)[action % len(self.lines)]]
                self.judge(store, correction(line, action))
            case "undo" if self.judgements:
                gone = self.judgements.pop()
                undo = ledger.withdraw if isinstance(gone, Judgement) else corrections.withdraw
                undo(store, gone.id, because="wrong", by="me", at="2026-02-01T00:00:00Z")
            case str() if action in self.lines:
                del self.lines[action]
                remove_article(store, action)
            case (Actor() as one, Actor() as other):
                self.judge(store, judged(one, other, number))

    def judge(self, store: Store, made: Judgement | Correction) -> None:
        """Judge, unless that was judged already."""
        if record(store, made):
            self.judgements.append(made)


def record(store: Store, made: Judgement | Correction) -> bool:
    return ledger.record(store, made) if isinstance(made, Judgement) else corrections.record(store, made)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS, seed=st.integers(0, 99))
def test_any_way_leads_to_the_same_events(store: Store, steps: list[object], seed: int) -> None:
    empty(store)
    model = Model()
    for number, action in enumerate(steps):
        model.step(store, number, action)
    direct = whole(store)
    rebuilding.rebuild(store)
    assert whole(store) == direct, "incremental is the same as anew"

    lines = model.lines
    for gone in random.Random(seed).sample(sorted(lines), min(2, len(lines))):
        remove_article(store, gone)
        rest = whole(store)
        rebuilding.rebuild(store)
        assert whole(store) == rest, "what is left is the same as anew"
        load_extraction(store, lines[gone])
        assert whole(store) == direct, "what is removed and loaded again changes nothing"
        assert load_extraction(store, lines[gone]).state == "unchanged"

    other_way: list[Extraction | Judgement | Correction] = [*lines.values(), *model.judgements]
    random.Random(seed).shuffle(other_way)
    empty(store)
    for each in other_way:
        if isinstance(each, Extraction):
            load_extraction(store, each)
        else:
            record(store, each)
    assert whole(store) == direct, "the order does not matter"


def whole(store: Store) -> list[str]:
    """Return everything in the graph but the record of what was withdrawn."""
    return [each for each in picture(store) if "(['Withdrawn']" not in each and "'withdrawn_at'" not in each]


def empty(store: Store) -> None:
    while store.write("load/remove_batch")[0]["removed"]:
        pass
