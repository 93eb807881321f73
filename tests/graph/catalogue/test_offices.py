"""Titles and the canonical offices that they mean."""

import pytest

from graph.catalogue import offices
from graph.catalogue.formats import holders


@pytest.mark.parametrize(
    ("position", "country", "office", "of"),
    [
        ("Minister of Foreign Affairs", "Norway", "foreign minister", "NO"),
        ("Minister for Foreign Affairs", "Sweden", "foreign minister", "SE"),
        ("Secretary of State", "United States", "foreign minister", "US"),
        ("Secretary of State for Education", "United Kingdom", "education secretary", "GB"),
        ("President of the French Republic", "France", "president", "FR"),
        ("President of the Russian Federation", "Russia", "president", "RU"),
        ("Prime Minister of the United Kingdom", "United Kingdom", "prime minister", "GB"),
        ("Federal Chancellor", "Germany", "prime minister", "DE"),
        ("Chancellor of the Exchequer", "United Kingdom", "finance minister", "GB"),
        ("Federal Minister of Defence", "Pakistan", "defence minister", "PK"),
        ("Minister of National Defense", "Canada", "defence minister", "CA"),
        ("Secretary of Defense", "United States", "defence minister", "US"),
        ("Deputy Prime Minister", "Ireland", "deputy prime minister", "IE"),
        ("President of the Senate", "Italy", "president of senate", "IT"),
        ("Minister of State", "Norway", "minister of state", "NO"),
        ("Premier of Alberta", "Canada", "premier", "alberta"),
        ("Governor of the Bank of England", "United Kingdom", "central bank governor", "GB"),
        ("Secretary-General of NATO", "international organizations", "secretary general", "nato"),
        ("President of the World Bank", "", "president", "world bank"),
        ("Taoiseach", "Ireland", "prime minister", "IE"),
    ],
)
def test_positions_of_tables(position: str, country: str, office: str, of: str) -> None:
    row = dict.fromkeys(holders.COLUMNS, "") | {
        "position": position,
        "country": country,
        "person": "Arwen Undómiel",
    }
    (term,) = holders.record(row, "table").terms
    assert (term.office, term.of) == (office, of)


@pytest.mark.parametrize(
    ("title", "of", "kind", "office"),
    [
        ("chancellor", "DE", offices.COUNTRY, "prime minister"),
        ("chancellor", "GB", offices.COUNTRY, "finance minister"),
        ("chancellor", "US", offices.COUNTRY, None),
        ("premier", "CN", offices.COUNTRY, "prime minister"),
        ("premier", "alberta", offices.PLACE, "premier"),
        ("president", "catalonia", offices.PLACE, "regional president"),
        ("chief", "nato", offices.ORGANIZATION, "secretary general"),
        ("chief", "FR", offices.COUNTRY, None),
        ("foreign policy chief", "european union", offices.ORGANIZATION, "foreign minister"),
        ("deputy foreign minister", "IR", offices.COUNTRY, None),
        ("king", "JO", offices.COUNTRY, "monarch"),
    ],
)
def test_titles_of_texts(title: str, of: str, kind: str, office: str | None) -> None:
    assert offices.load().canonical(title, of, kind) == office
