"""Who held which office when, worked out by hand; what contradicts itself is shown."""

import pytest

from graph import roles
from graph.errors import NotFoundError
from graph.identity import ledger
from graph.identity.judgement import judgement
from graph.loading import load_extraction
from graph.store import Store
from tests.graph.building import ARNOR, FARAMIR, GONDOR, actor, statement

pytestmark = pytest.mark.neo4j

BOROMIR = actor("Boromir Stewardson", "Person")


def holds(
    store: Store, identity: str, who: object, role: str, of: object, published: str, **more: object
) -> None:
    line = statement(identity, who, "HOLDS_ROLE", of, role=role, published=published, **more)  # type: ignore[arg-type]
    load_extraction(store, line)


@pytest.fixture
def told(store: Store) -> Store:
    holds(store, "a", FARAMIR, "Premier", GONDOR, "2026-01-10")
    holds(store, "b", FARAMIR, "premier", GONDOR, "2026-03-10", role_from="2025-06")
    holds(store, "c", BOROMIR, "Premier", GONDOR, "2026-02-10")
    holds(store, "d", BOROMIR, "Premier", GONDOR, "2026-02-11", status="denied")
    holds(store, "e", BOROMIR, "senator", GONDOR, "2026-02-10")
    holds(store, "f", FARAMIR, "senator", GONDOR, "2026-02-10")
    holds(store, "g", FARAMIR, "former premier", ARNOR, "2026-02-10")
    return store


def found(store: Store, actor_id: str) -> dict[tuple[str, str], roles.Role]:
    return {(each.person["name"], each.role.lower()): each for each in roles.roles(store, actor_id)}


def test_roles_of_a_person_over_time(told: Store) -> None:
    of_faramir = found(told, FARAMIR.id)
    premier = of_faramir["Faramir Stewardson", "premier"]
    assert (premier.first, premier.last, len(premier.statements)) == ("2025-06-01", "2026-03-10", 2)
    assert premier.body is not None
    assert premier.body["name"] == "Gondor"
    assert premier.contested == ("Boromir Stewardson is said to hold it 2026-02-10 to 2026-02-10",)
    assert premier.statements[0].article["published"] == "2026-01-10"
    assert of_faramir["Faramir Stewardson", "senator"].contested == ()
    assert of_faramir["Faramir Stewardson", "former premier"].contested == ()


def test_statements_that_disagree_are_shown(told: Store) -> None:
    contested = found(told, BOROMIR.id)["Boromir Stewardson", "premier"].contested
    assert contested[0] == "some articles say so, others deny it"
    holds(told, "h", FARAMIR, "Premier", GONDOR, "2026-03-11", role_from="2025-07")
    assert (
        "articles differ on since when: 2025-06, 2025-07"
        in found(told, FARAMIR.id)["Faramir Stewardson", "premier"].contested
    )
    holds(told, "h", FARAMIR, "Premier", GONDOR, "2026-03-11", role_from="2025")
    assert len(found(told, FARAMIR.id)["Faramir Stewardson", "premier"].contested) == 1


def test_roles_of_a_body_name_all_holders(told: Store) -> None:
    assert set(found(told, GONDOR.id)) == {
        ("Faramir Stewardson", "premier"), ("Boromir Stewardson", "premier"),
        ("Boromir Stewardson", "senator"), ("Faramir Stewardson", "senator"),
    }  # fmt: skip


def test_roles_follow_judgements(told: Store) -> None:
    sides = ledger.find(told, FARAMIR.id), ledger.find(told, BOROMIR.id)
    ledger.make(told, [judgement("same", *sides, reason="one after all", by="me")])
    ((name, _), *_), *_ = [list(found(told, GONDOR.id))]
    assert len({person for person, _ in found(told, GONDOR.id)}) == 1
    assert name == "Faramir Stewardson"


def test_nobody_has_no_roles(told: Store) -> None:
    assert roles.roles(told, ARNOR.id)[0].role == "former premier"
    with pytest.raises(NotFoundError):
        roles.roles(told, "person:nobody")
