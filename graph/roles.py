"""Who held which office when, by which articles; what contradicts itself is shown as it is."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.dates import bounds
from graph.errors import ConfigurationError, NotFoundError
from graph.store import Row, Store

_OFFICES = Path(__file__).with_name("offices.toml")
Reference = Mapping[str, Any]  # of an actor: id, key, kind, name


@dataclass(frozen=True, slots=True)
class Statement:
    """What one article says of a role: whether it is so, since and until when as far as stated, and its sentence."""

    claim: str
    status: str
    role_from: str | None
    role_to: str | None
    day: str | None  # the day for which it is said: that of the claim, else that of the article
    quote: str | None
    article: Mapping[str, Any]
    said_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """An office of a body, its holder, and what articles say of that.

    Attributes:
        person: who holds it.
        role: the title as most articles have it.
        body: of which country, organization or place it is an office; None where no article says.
        first: the first day for which an article says so, or since when, as far as stated.
        last: the last such day, or until when.
        statements: what articles say, in the order of the days.
        contested: what contradicts it, each in a sentence.

    """

    person: Reference
    role: str
    body: Reference | None
    first: str | None
    last: str | None
    statements: tuple[Statement, ...]
    contested: tuple[str, ...]

    def row(self) -> dict[str, Any]:
        """Return the role as it is printed."""
        return {
            "who": self.person["name"],
            "role": self.role,
            "of": self.body["name"] if self.body else None,
            "first": self.first,
            "last": self.last,
            "articles": len({each.article["key"] for each in self.statements}),
            "contested": "; ".join(self.contested),
        }


@cache
def _offices() -> tuple[frozenset[str], frozenset[str]]:
    try:
        data = tomllib.loads(_OFFICES.read_text("utf-8"))
        return frozenset(data["single"]), frozenset(data["not_holder"])
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise ConfigurationError(f"{_OFFICES.name}: cannot be read ({error})") from error


def roles(store: Store, actor: str) -> list[Role]:
    """Return the offices that an actor held, and for a body those that others held of it, the latest first.

    Raises:
        NotFoundError: there is no such actor.

    """
    if not store.read("identity/actor", id=actor):
        raise NotFoundError(f"no actor has the id {actor!r}")
    found = list(store.read("identity/roles_of", id=actor))
    titles = sorted({_title(row["role"]) for row in found if row["body"] and _is_single(row["role"])})
    bodies = sorted({row["body"]["id"] for row in found if row["body"]})
    seen = {row["claim"] for row in found}
    rivals = store.read("identity/roles_of_bodies", ids=bodies, titles=titles) if titles else []
    groups: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in [*found, *(each for each in rivals if each["claim"] not in seen)]:
        body = row["body"]["id"] if row["body"] else ""
        groups[row["person"]["id"], _title(row["role"]), body].append(row)
    plain = {key: _role(rows, ()) for key, rows in groups.items()}
    wanted = [(key, role) for key, role in plain.items() if any(row["claim"] in seen for row in groups[key])]
    shown = [_role(groups[key], _contested(key, role, plain)) for key, role in wanted]
    return sorted(shown, key=lambda each: (each.last or "", each.role, each.person["id"]), reverse=True)


def _title(role: str) -> str:
    return " ".join(role.lower().split())


def _is_single(role: str) -> bool:
    single, not_holder = _offices()
    title = _title(role)
    return title in single and not not_holder & set(re.findall(r"[\w-]+", title))


def _role(rows: list[Row], contested: tuple[str, ...]) -> Role:
    statements = sorted((_statement(row) for row in rows), key=lambda each: (each.day or "", each.claim))
    titles = sorted(row["role"] for row in rows)
    holding = [each for each in statements if each.status == "asserted"]
    starts = [day for each in holding if (day := bounds(each.role_from)[0] or each.day)]
    ends = [day for each in holding if (day := bounds(each.role_to)[1] or each.day)]
    return Role(
        person=rows[0]["person"],
        role=max(titles, key=lambda title: (titles.count(title), title)),
        body=rows[0]["body"],
        first=min(starts, default=None),
        last=max(ends, default=None),
        statements=tuple(statements),
        contested=contested,
    )


def _statement(row: Row) -> Statement:
    return Statement(
        claim=row["claim"],
        status=row["status"],
        role_from=row["role_from"],
        role_to=row["role_to"],
        day=row["day"] or None,
        quote=row["quote"],
        article=row["article"],
        said_by=tuple(row["said_by"]),
    )


def _contested(
    key: tuple[str, str, str], role: Role, others: Mapping[tuple[str, str, str], Role]
) -> tuple[str, ...]:
    found = []
    statuses = {each.status for each in role.statements}
    if "asserted" in statuses and statuses & {"denied", "negated"}:
        found.append("some articles say so, others deny it")
    for name, what in (("role_from", "since when"), ("role_to", "until when")):
        stated = sorted({value for each in role.statements if (value := getattr(each, name))})
        if any(not _agree(one, other) for one in stated for other in stated):
            found.append(f"articles differ on {what}: {', '.join(stated)}")
    if key[2] and _is_single(role.role):
        for (person, title, body), other in sorted(others.items()):
            if (title, body) == key[1:] and person != key[0] and _overlap(role, other):
                found.append(f"{other.person['name']} is said to hold it {other.first} to {other.last}")
    return tuple(found)


def _agree(one: str, other: str) -> bool:
    """Return whether two dates, each as far as stated, may be the same day."""
    return one.startswith(other) or other.startswith(one)


def _overlap(one: Role, other: Role) -> bool:
    if not (one.first and one.last and other.first and other.last):
        return False
    return one.first <= other.last and other.first <= one.last
