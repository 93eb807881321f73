"""Which actors follow from occurrences and judgements, worked out by hand."""

import random

from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from graph.identity import traits
from graph.identity.judgement import Judgement, judgement
from graph.identity.occurrences import Occurrences
from graph.identity.references import Reference, reference
from graph.identity.resolving import Actors
from graph.tallies import Contribution, Tally

SMITH = "person:john-smith"
GB, US, NONE = f"{SMITH}@country:gb", f"{SMITH}@country:us", f"{SMITH}@country:none"


def said(identity: str, part: str = "", kind: str = "Person") -> Contribution:
    return Contribution(identity, part, kind, identity, (identity,), None, None, None)


def known(identity: str, *parts: str, kind: str = "Person", **named: str) -> Occurrences:
    """Return what is known of an id with an article a part, and one for each occurrence named."""
    tallies: dict[str, Tally] = {}
    contributions = {article: said(identity, part, kind) for article, part in named.items()}
    for each in (*(said(identity, part, kind) for part in parts), *contributions.values()):
        tallies.setdefault(each.part, Tally()).add(each, 1)
    return Occurrences(identity, tallies, contributions)


def judge(decision: str, left: str, right: str, *, by: str = "me", left_in: str | None = None, right_in: str | None = None) -> Judgement:  # fmt: skip
    return judgement(
        decision, reference(left, left_in), reference(right, right_in), reason="why", by=by, at="2026-01-01"
    )


def actors(ids: list[Occurrences], *judgements: Judgement) -> Actors:
    return Actors({each.identity: each for each in ids}, judgements)


def made_of(found: Actors) -> dict[str, set[str]]:
    """Return for each actor of what it is made: ids with their part, or with the article."""
    return {
        actor: {f"{node.id} in {node.article}" if node.article else node.id for node, _ in members}
        for actor, members in found.members.items()
    }


def states(found: Actors) -> dict[str, str]:
    return {each.judgement.by: each.state for each in found.verdicts()}


def test_one_id_is_one_actor() -> None:
    assert made_of(actors([known("person:a", ""), known("person:b", "")])) == {
        "person:a": {"person:a"},
        "person:b": {"person:b"},
    }


def test_a_person_with_one_country_is_one_with_those_of_whom_none_is_stated() -> None:
    assert set(made_of(actors([known(SMITH, "", "country:gb")]))) == {SMITH}


def test_two_countries_are_two_actors_and_those_without_are_neither() -> None:
    found = actors([known(SMITH, "", "country:gb", "country:us")])
    assert set(made_of(found)) == {GB, US, NONE}
    assert states(found) == {"rule:country": "holds"}


def test_fields_that_nobody_has_both_are_apart_and_others_are_not() -> None:
    assert set(made_of(actors([known(SMITH, "field:court", "field:sport")]))) == {
        f"{SMITH}@field:court",
        f"{SMITH}@field:sport",
    }
    assert set(made_of(actors([known(SMITH, "field:court", "field:politics")]))) == {SMITH}


def test_one_country_in_two_fields_is_one_part_where_only_countries_differ() -> None:
    found = actors([known(SMITH, "country:gb@field:court", "country:gb@field:politics", "country:us")])
    assert set(made_of(found)) == {GB, US}


def test_an_id_that_gains_an_item_is_that_item() -> None:
    found = actors([known(SMITH, "", "wikidata:Q7"), known("Q7")])
    assert set(made_of(found)) == {"Q7"}


def test_of_two_namesakes_the_one_with_the_item_is_the_item() -> None:
    found = actors([known(SMITH, "country:gb@wikidata:Q7", "country:us"), known("Q7", "")])
    assert made_of(found) == {"Q7": {"Q7", GB}, US: {US}}


def test_a_merge_takes_the_item_else_the_first_whole_id() -> None:
    one = judge("same", "person:b", "person:a")
    assert set(made_of(actors([known("person:a", ""), known("person:b", "")], one))) == {"person:a"}
    two = judge("same", "person:a", "Q9")
    assert set(made_of(actors([known("person:a", ""), known("Q9", "")], two))) == {"Q9"}
    assert set(made_of(actors([known("Q10", ""), known("Q9", "")], judge("same", "Q10", "Q9")))) == {"Q9"}


def test_an_id_that_nothing_mentions_still_connects() -> None:
    chain = (judge("same", "person:a", "person:b"), judge("same", "person:b", "person:c"))
    found = actors([known("person:a", ""), known("person:b"), known("person:c", "")], *chain)
    assert set(made_of(found)) == {"person:a"}


def test_kinds_are_never_mixed_not_even_through_others() -> None:
    ids = [known("person:a", ""), known("Q5"), known("organization:b", "", kind="Organization")]
    first, second = judge("same", "person:a", "Q5", by="1"), judge("same", "Q5", "organization:b", by="2")
    found = actors(ids, first, second)
    assert set(made_of(found)) == {"person:a", "organization:b"}
    assert states(found) == {"1": "overruled", "2": "overruled"}


def test_a_person_overrules_a_rule() -> None:
    found = actors([known(SMITH, "", "country:gb", "country:us")], judge("same", GB, US))
    assert set(made_of(found)) == {SMITH}
    assert states(found) == {"me": "holds", "rule:country": "overruled"}


def test_a_judgement_of_an_id_wherever_it_occurs_overrules_the_rules_too() -> None:
    found = actors(
        [known(SMITH, "", "country:gb", "country:us"), known("Q7", "")], judge("same", SMITH, "Q7")
    )
    assert set(made_of(found)) == {"Q7"}
    assert states(found)["rule:country"] == "overruled"


def test_different_by_a_person_outweighs_a_chain_of_rules() -> None:
    ids = [known("person:a", ""), known("person:b", ""), known("person:c", "")]
    chain = [
        judge("same", "person:a", "person:b", by="rule:x"),
        judge("same", "person:b", "person:c", by="rule:y"),
    ]
    assert set(made_of(actors(ids, *chain))) == {"person:a"}
    found = actors(ids, *chain, judge("different", "person:a", "person:c"))
    assert set(made_of(found)) == {"person:a", "person:b", "person:c"}
    assert states(found) == {"rule:x": "overruled", "rule:y": "overruled", "me": "holds"}


def test_persons_who_contradict_each_other_join_nothing_and_it_is_said() -> None:
    ids = [known("person:a", ""), known("person:b", ""), known("person:c", "")]
    chain = [judge("same", "person:a", "person:b", by="1"), judge("same", "person:b", "person:c", by="2")]
    apart = judge("different", "person:a", "person:c", by="3")
    found = actors(ids, *chain, apart)
    assert set(made_of(found)) == {"person:a", "person:b", "person:c"}
    assert {each.judgement.by: each.against for each in found.verdicts()} == {
        "1": (apart.id,),
        "2": (apart.id,),
        "3": (),
    }


def test_one_article_that_means_somebody_else_leaves_the_rest_alone() -> None:
    ids = [known(SMITH, "", a=""), known("Q7", "")]
    merged, apart = judge("same", SMITH, "Q7"), judge("different", SMITH, SMITH, left_in="a")
    found = actors(ids, merged, apart)
    own = found.actor(SMITH, "", "a")
    assert own.startswith(f"{SMITH}@article:")
    assert made_of(found) == {"Q7": {"Q7", SMITH}, own: {f"{SMITH} in a"}}


def test_an_article_may_be_another_though_the_id_is_not() -> None:
    ids = [known(SMITH, "", a=""), known("Q7", "")]
    found = actors(ids, judge("different", SMITH, "Q7"), judge("same", SMITH, "Q7", left_in="a"))
    assert made_of(found) == {SMITH: {SMITH}, "Q7": {"Q7", f"{SMITH} in a"}}


def test_of_two_articles_that_differ_neither_is_the_rest() -> None:
    found = actors(
        [known(SMITH, "", a="", b="")], judge("different", SMITH, SMITH, left_in="a", right_in="b")
    )
    assert len(made_of(found)) == 3
    assert made_of(found)[SMITH] == {SMITH}


def test_unsure_changes_nothing() -> None:
    ids = [known("person:a", ""), known("person:b", "")]
    assert made_of(actors(ids, judge("unsure", "person:a", "person:b"))) == made_of(actors(ids))


IDS = [SMITH, "person:jon-smith", "Q7", "Q70", "organization:smith"]
PARTS = ["", "country:gb", "country:us", "country:gb@field:court", "field:sport", "wikidata:Q7"]
SIDES = st.builds(
    lambda identity, part, article: reference(f"{identity}@{part}" if part and not article else identity, article),
    st.sampled_from(IDS),
    st.sampled_from(["", "", "country:gb", "field:none"]),
    st.sampled_from([None, None, "a", "b"]),
)  # fmt: skip


@given(
    parts=st.dictionaries(st.sampled_from(IDS), st.sets(st.sampled_from(PARTS), max_size=4)),
    named=st.dictionaries(st.tuples(st.sampled_from(IDS), st.sampled_from("ab")), st.sampled_from(PARTS)),
    judged=st.lists(
        st.tuples(st.sampled_from(["same", "different"]), SIDES, SIDES, st.sampled_from(["me", "rule:x"])),
        max_size=6,
    ),
    seed=st.integers(0, 99),
)
def test_every_occurrence_is_one_actor_in_whatever_order(
    parts: dict[str, set[str]],
    named: dict[tuple[str, str], str],
    judged: list[tuple[str, Reference, Reference, str]],
    seed: int,
) -> None:
    ids = []
    for identity in IDS:
        plain = traits.is_item(identity) or identity.startswith("org")
        own = {
            article: "" if plain else part for (other, article), part in named.items() if other == identity
        }
        kind = "Organization" if identity.startswith("org") else "Person"
        found_parts = {"" if plain else part for part in parts.get(identity, ())}
        ids.append(known(identity, *sorted(found_parts), kind=kind, **own))
    made = []
    for decision, left, right, by in judged:
        try:
            made.append(judgement(decision, left, right, reason="why", by=by, at="2026-01-01"))
        except InputError:
            continue
    found = actors(ids, *made)
    total = sum(tally.articles for members in found.members.values() for _, tally in members)
    assert total == sum(tally.articles for each in ids for tally in each.parts.values())
    kinds = {each.identity: each.kind for each in ids}
    for members in found.members.values():
        assert len({kinds[node.identity] for node, _ in members}) == 1
    random.Random(seed).shuffle(ids)
    random.Random(seed).shuffle(made)
    assert made_of(actors(ids, *made)) == made_of(found)
    for verdict in found.verdicts():
        if verdict.judgement.decision == "different" and verdict.judgement.human:
            assert verdict.state == "holds"


def test_father_and_son_are_two() -> None:
    found = actors([known(SMITH, "", "generation:jr", "generation:sr")])
    assert len(made_of(found)) == 3
    assert states(found) == {"rule:generation": "holds"}
