"""The relations, statuses and actor kinds that may exist, read from `ontology.toml` and checked."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.errors import ConfigurationError

PATH = Path(__file__).with_name("ontology.toml")

Quad = Literal[0, 1, 2, 3, 4]
Entry = TypeVar("Entry", bound=BaseModel)


class Kind(BaseModel):
    """A kind of actor."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    definition: str


class Status(BaseModel):
    """What is said of whether a claim's event happened; `factuality` is fact, open or not."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    factuality: Literal["fact", "open", "not"] = Field(alias="class")
    definition: str


class Relation(BaseModel):
    """A type of relation from a source to a target; the fields are explained in `ontology.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(pattern=r"^[A-Z]+(_[A-Z]+)*$")
    display: str
    definition: str
    symmetric: bool = False
    speech: bool = False
    plover: str
    planned: str = ""
    by_mode: Mapping[str, str] = {}
    cameo: str = Field(pattern=r"^(\d{2,4})?$")
    quad: Quad
    modes: tuple[str, ...] = ()
    event: bool = True
    edge: bool = True
    target_kinds: tuple[str, ...] = ()

    def plover_code(self, status: str, mode: str | None = None) -> str | None:
        """Return PLOVER's root code of a claim with that status and mode, None where it has none."""
        if status == "planned" and self.planned:
            return self.planned
        return self.by_mode.get(mode or "", self.plover) or None


@dataclass(frozen=True, slots=True)
class Ontology:
    """All that may exist, by name, in the order of the file."""

    kinds: Mapping[str, Kind]
    statuses: Mapping[str, Status]
    relations: Mapping[str, Relation]

    @property
    def edge_relations(self) -> tuple[str, ...]:
        """Names of the relations that make typed edges between actors."""
        return tuple(name for name, relation in self.relations.items() if relation.edge)


@cache
def load(path: Path = PATH) -> Ontology:
    """Return the ontology in `path`.

    Raises:
        ConfigurationError: naming file, entry and what is wrong with it.

    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path.name}: {error}; mend the file or install newsgraph anew") from error
    return Ontology(
        kinds={name: _checked(Kind, path, "kind", name, entry) for name, entry in _table(data, "kind", path)},
        statuses={
            name: _checked(Status, path, "status", name, entry)
            for name, entry in _table(data, "status", path)
        },
        relations={
            name: _checked(Relation, path, "relation", name, entry)
            for name, entry in _table(data, "relation", path)
        },
    )


def _table(data: dict[str, object], key: str, path: Path) -> list[tuple[str, dict[str, object]]]:
    table = data.get(key)
    if not isinstance(table, dict) or not all(isinstance(entry, dict) for entry in table.values()):
        raise ConfigurationError(f"{path.name}: no tables [{key}.NAME]; add at least one")
    return list(table.items())


def _checked(model: type[Entry], path: Path, table: str, name: str, entry: dict[str, object]) -> Entry:
    try:
        return model.model_validate({"name": name, **entry})
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "entry"
        raise ConfigurationError(f"{path.name}: [{table}.{name}] {field}: {first['msg']}") from error
