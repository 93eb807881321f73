"""The table that ships: whole, consistent, and in agreement with another's where that is at hand."""

import csv
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from graph.catalogue import shipped, territories
from graph.catalogue.lookup import Catalogue
from graph.catalogue.periods import period
from graph.catalogue.records import Term

HERE = Path(__file__).parents[3]
THEIRS = HERE.parent / "shared" / "actors" / "office_holders.csv.gz"
_WELL_KNOWN = (
    "president",
    "prime minister",
    "foreign minister",
    "defence minister",
    "monarch",
    "supreme leader",
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.open(None)


def test_every_row_is_a_term() -> None:
    terms = [term for record in shipped.records() for term in record.terms]
    assert len(terms) > 1500
    for term in terms:
        assert term.start is not None
        assert (term.end is None) == (term.known_until is not None), term


def test_heads_and_ministers_of_at_least_sixty_countries() -> None:
    by_country: dict[str, set[str]] = defaultdict(set)
    for record in shipped.records():
        for term in record.terms:
            if term.of in territories.load().codes:
                by_country[term.of].add(term.office)
    heads = [code for code, held in by_country.items() if {"president", "prime minister", "monarch"} & held]
    foreign = [code for code, held in by_country.items() if "foreign minister" in held]
    assert len(heads) >= 100
    assert len(foreign) >= 60


def test_no_office_has_two_holders_at_a_time() -> None:
    by_office: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for record in shipped.records():
        for term in record.terms:
            by_office[term.office, term.of].append(term)
    for office, terms in by_office.items():
        ordered = sorted(terms, key=lambda term: period(term.start or "").first)
        for earlier, later in pairwise(ordered):
            if office[0] == "prime minister" and office[1] == "MD" and later.holder != earlier.holder:
                continue  # for a week of June 2019 Moldova had two governments
            if office == ("president", "GM"):
                continue  # nor did Jammeh leave when Barrow was sworn in, abroad
            assert earlier.end is not None, (office, earlier)
            assert period(earlier.end).first <= period(later.start or "").last, (office, earlier, later)


def test_one_name_is_one_person() -> None:
    ids: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    qids: dict[str, set[str]] = defaultdict(set)
    for record in shipped.records():
        ids[record.entry.name, record.entry.gender].add(record.entry.id)
        if record.entry.wikidata:
            qids[record.entry.wikidata].add(record.entry.name)
    assert {name: found for name, found in ids.items() if len(found) > 1} == {}
    assert {qid: names for qid, names in qids.items() if len(names) > 1} == {}


@pytest.mark.parametrize(
    ("office", "of", "on", "name"),
    [
        ("president", "US", "2019-05-01", "Donald Trump"),
        ("president", "US", "2017-01-20", None),
        ("president", "US", "2016", "Barack Obama"),
        ("president", "US", "2021", None),
        ("foreign minister", "US", "2018-04-10", None),
        ("prime minister", "GB", "2022-10-01", "Liz Truss"),
        ("prime minister", "DE", "2021-06-01", "Angela Merkel"),
        ("foreign minister", "CN", "2023-03-01", "Qin Gang"),
        ("premier", "alberta", "2026-01-20", "Danielle Smith"),
        ("prime minister", "CA", "2026-01-20", "Mark Carney"),
        ("secretary general", "united nations", "2016-12-01", "Ban Ki-moon"),
        ("foreign minister", "european union", "2022-02-24", "Josep Borrell"),
        ("president", "US", "1850-01-01", None),
        ("president", "US", "2060-01-01", None),
        ("president", "XX", "2019-05-01", None),
    ],
)
def test_who_held_it(catalogue: Catalogue, office: str, of: str, on: str, name: str | None) -> None:
    found = catalogue.holder(office, of, on)
    assert (found.entry.name if found else None) == name


def test_it_agrees_with_another_table() -> None:
    if not THEIRS.exists():
        pytest.skip("the other table (../shared/actors) is not beside the project")
    sys.path.insert(0, str(HERE / "scripts"))
    try:
        import check_office_holders as check
    finally:
        sys.path.pop(0)
    counts = Counter(finding.verdict for finding in check.compare(check.read(THEIRS)))
    # Those that differ were looked at one by one: other spellings, terms cut in two, and faults of the other.
    assert counts["agreed"] >= 800
    assert sum(counts.values()) - counts["agreed"] <= 65


def test_the_table_is_written_as_users_write_theirs() -> None:
    with shipped.FILE.open(encoding="utf-8", newline="") as file:
        assert all(row["name"] and row["office"] for row in csv.DictReader(file))
