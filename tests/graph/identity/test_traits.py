"""What tells two of one name apart, and the references that name it."""

import pytest

from graph.errors import InputError
from graph.identity import traits
from graph.identity.references import Reference, article_mark, id_in_article, is_appended_to, reference


def part(identity: str = "person:john-smith", kind: str = "Person", **given: object) -> str:
    told: dict[str, object] = {"country": None, "wikidata": None, "names": (), "roles": (), **given}
    return traits.part(identity, kind, **told)  # type: ignore[arg-type]


def test_a_person_is_told_by_country_field_generation_and_item() -> None:
    assert part() == ""
    assert part(country="GB", roles=["High Court judge"], names=["John Smith Jr."], wikidata="Q7") == (
        "country:gb@field:court@generation:jr@wikidata:Q7"
    )


def test_a_state_of_the_past_tells_nobody_from_who_is_of_the_one_after_it() -> None:
    assert part(country="DW") == part(country="DE") == "country:de"
    assert part(country="SU") == ""


def test_others_are_told_by_their_item_only() -> None:
    assert (
        part("organization:acme", "Organization", country="GB", roles=["judge"], wikidata="Q8")
        == "wikidata:Q8"
    )


@pytest.mark.parametrize("identity", ["Q7", "person:smith@0a1b2c3d"])
def test_what_is_identified_already_is_told_by_nothing(identity: str) -> None:
    assert part(identity, country="GB") == ""


@pytest.mark.parametrize(
    "roles",
    [[], ["director"], ["Justice Secretary"], ["judge", "goalkeeper"], ["sports minister and referee"]],
)
def test_an_office_that_does_not_say_its_field_says_nothing(roles: list[str]) -> None:
    assert part(roles=roles) == ""


def test_a_number_is_of_a_generation_only_after_two_names() -> None:
    assert part(names=["John Paul II"]) == "generation:ii"
    assert part(names=["Elizabeth II"]) == ""
    assert part(names=["John Smith Jr", "John Smith Sr."]) == ""


def test_traits_are_read_as_written() -> None:
    assert traits.written(traits.read("country:gb@wikidata:Q7")) == "country:gb@wikidata:Q7"
    assert traits.read("") == {}


def test_countries_are_opposed_fields_only_where_nobody_has_both() -> None:
    assert list(traits.opposed("country", ["country:us", "country:gb", ""])) == [("gb", "us")]
    assert list(traits.opposed("field", ["field:court", "field:sport", "field:politics"])) == [
        ("court", "sport")
    ]
    assert traits.telling(["country:us", "field:court"]) == ()


def test_a_reference_is_an_id_with_a_part_or_an_article() -> None:
    assert reference("person:a@field:court@country:gb") == Reference("person:a", "country:gb@field:court")
    assert str(reference("person:a", "x")) == "person:a in article x"
    assert reference("person:a@0a1b2c3d").identity == "person:a@0a1b2c3d"
    with pytest.raises(InputError, match="the article it stands in"):
        reference(id_in_article("person:a", "x"))


def test_what_newsgraph_appends_is_known_again() -> None:
    made = id_in_article("person:a", "x")
    found = article_mark(made)
    assert found is not None
    assert found[0] == "person:a"
    assert article_mark("person:a") is None
    assert is_appended_to(made)
    assert is_appended_to("person:a@country:gb")
    assert not is_appended_to("person:a@0a1b2c3d")
