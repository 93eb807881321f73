"""Which relation a CAMEO code or a PLOVER type and mode is, from tables that are checked when read.

The tables lie in `data/`. `cameo.csv` has codes as prefixes: of those that begin a code the longest counts.
`plover.csv` has types, alone and with a mode. `icews_events.csv` has the words by which ICEWS names CAMEO codes.
What only says that somebody said something is `OTHER`; what somebody intends is `planned` and no fact.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from graph import ontology
from graph.catalogue import tables
from graph.errors import ConfigurationError

DATA = Path(__file__).with_name("data")
_CODE = re.compile(r"\d{2,4}")


@dataclass(frozen=True, slots=True)
class Coding:
    """What a code says: a relation with status, mode, and PLOVER's and CAMEO's codes where there are such."""

    relation: str
    status: str
    mode: str | None
    plover: str | None
    cameo: str | None


@dataclass(frozen=True, slots=True)
class _Entry:
    relation: str
    status: str
    mode: str | None
    plover: str | None


@lru_cache(maxsize=2000)
def of_cameo(code: str) -> Coding | None:
    """Return what a CAMEO code says, `OTHER` where it fits no relation; None where it is no code at all."""
    if not _CODE.fullmatch(code):
        return None
    entries = _cameo()
    for length in range(len(code), 1, -1):
        found = entries.get(code[:length])
        if found is not None:
            return Coding(found.relation, found.status, found.mode, found.plover, code)
    return Coding("OTHER", "asserted", None, None, code)


@lru_cache(maxsize=2000)
def of_plover(type_: str, mode: str) -> Coding:
    """Return what a PLOVER type and mode say; both stay as they were coded."""
    entries = _plover()
    found = entries.get((type_.upper(), mode.lower())) or entries.get((type_.upper(), ""))
    if found is None:
        return Coding("OTHER", "asserted", mode or None, type_ or None, None)
    return Coding(found.relation, found.status, mode.lower() or None, type_.upper(), None)


@lru_cache(maxsize=2000)
def of_icews(text: str) -> str | None:
    """Return the CAMEO code that ICEWS names so ("Make a visit"), None where it names none so."""
    return _icews().get(text.strip().casefold())


@cache
def _cameo() -> Mapping[str, _Entry]:
    path = DATA / "cameo.csv"
    found: dict[str, _Entry] = {}
    for line, row in tables.rows(path, "code", "relation", "status", "mode", "plover"):
        where = f"{path.name}, line {line}"
        if not _CODE.fullmatch(row["code"]):
            raise ConfigurationError(f"{where}: {row['code']!r} is no CAMEO code of two to four digits")
        if row["code"] in found:
            raise ConfigurationError(f"{where}: {row['code']} comes twice; take one out")
        found[row["code"]] = _entry(where, row, row["plover"] or None)
    return found


@cache
def _plover() -> Mapping[tuple[str, str], _Entry]:
    path = DATA / "plover.csv"
    found: dict[tuple[str, str], _Entry] = {}
    for line, row in tables.rows(path, "type", "mode", "relation", "status"):
        where = f"{path.name}, line {line}"
        key = (row["type"], row["mode"])
        if key in found:
            raise ConfigurationError(f"{where}: {' '.join(key)} comes twice; take one out")
        found[key] = _entry(where, {**row, "mode": ""}, row["type"])
    return found


@cache
def _icews() -> Mapping[str, str]:
    path = DATA / "icews_events.csv"
    found: dict[str, str] = {}
    for line, row in tables.rows(path, "text", "code"):
        if not _CODE.fullmatch(row["code"]) or row["text"].casefold() in found:
            raise ConfigurationError(
                f"{path.name}, line {line}: {row['text']!r} comes twice or has no CAMEO code; mend the line"
            )
        found[row["text"].casefold()] = row["code"]
    return found


def _entry(where: str, row: Mapping[str, str], plover: str | None) -> _Entry:
    known = ontology.load()
    relation = known.relations.get(row["relation"])
    if relation is None:
        raise ConfigurationError(f"{where}: {row['relation']!r} is no relation of ontology.toml")
    if row["status"] not in known.statuses:
        raise ConfigurationError(f"{where}: {row['status']!r} is no status of ontology.toml")
    mode = row["mode"] or None
    if mode is not None and mode not in relation.modes:
        raise ConfigurationError(f"{where}: {relation.name} has no mode {mode!r} in ontology.toml")
    return _Entry(relation.name, row["status"], mode, plover or relation.plover_code(row["status"], mode))
