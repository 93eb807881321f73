"""Whom rows name: countries where sure, office holders where country or office bear it out, others by name."""

import pytest

from graph.catalogue.lookup import Catalogue
from graph.coded.parties import Parties
from graph.coded.rows import Party


@pytest.fixture(scope="module")
def parties() -> Parties:
    return Parties("icews:x.tsv", Catalogue.open(None))


@pytest.mark.parametrize(
    ("party", "identity", "kind"),
    [
        (Party("United States"), "Q30", "Country"),
        (Party("American", "USA"), "Q30", "Country"),
        (Party("American"), "organization:american", "Organization"),
        (Party("Congo"), "organization:congo", "Organization"),
        (Party("Police (India)"), "organization:police-india", "Organization"),
        (Party("Police", "IND", role=True), "organization:police-india", "Organization"),
        (Party("Police", role=True), "organization:police@b1e4c5ae", "Organization"),
        (Party("Citizen (India)"), "group:citizen-india", "Group"),
        (Party("Combatant (Labour Party)"), "group:combatant-labour-party", "Group"),
        (Party("Angela Merkel"), "Q567", "Person"),
        (Party("Angela Merkel", "FRA"), "person:angela-merkel", "Person"),
        (Party("Faramir Stewardson", "Gondor"), "person:faramir-stewardson", "Person"),
        (Party("Albert II"), "person:albert-ii", "Person"),
        (Party("Tibet Autonomous Region"), "place:tibet-autonomous-region", "Place"),
        (Party("Arnor", wikidata="Q1"), "Q1", "Organization"),
        (Party("African Union"), "organization:african-union", "Organization"),
    ],
)
def test_who_is_meant(parties: Parties, party: Party, identity: str, kind: str) -> None:
    found = parties.actor(party)
    if "@" in identity:
        identity = f"{identity.partition('@')[0]}@{found.id[-8:]}"
    assert (found.id, found.kind) == (identity, kind)


def test_a_nameless_actor_is_nobody_outside_its_file(parties: Parties) -> None:
    other = Parties("icews:y.tsv", Catalogue.open(None))
    nobody = Party("Unspecified Actor")
    assert parties.actor(nobody).id.startswith("group:unspecified-actor@")
    assert parties.actor(nobody).id != other.actor(nobody).id


def test_countries_of_roles_are_known(parties: Parties) -> None:
    assert parties.actor(Party("Citizen (India)")).country == "IN"
    assert parties.actor(Party("Citizen (Middle-earth)")).country is None
