"""The queries of `cypher/`, by name: `load("read/actor_by_key")` reads that file."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.errors import ConfigurationError

# Beside this package and not imported by name: another distribution owns the name `cypher`.
FOLDER = Path(__file__).parents[1] / "cypher"

_STRINGS_AND_COMMENTS = re.compile(
    r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`|//[^\n]*|/\*.*?\*/", re.DOTALL
)
_NULLABLE = re.compile(r"\$(\w+)\s+IS\s+NULL|\bcoalesce\(\s*\$(\w+)", re.IGNORECASE)
_PARAMETER = re.compile(r"\$([A-Za-z_]\w*)")


@dataclass(frozen=True, slots=True)
class Query:
    """One query: what it answers, its text, and the names of the parameters it takes.

    Those are required that it never asks for being null.
    """

    name: str
    purpose: str
    text: str
    parameters: frozenset[str]
    required: frozenset[str]


@cache
def load(name: str) -> Query:
    """Return the query of `cypher/<name>.cypher`.

    Raises:
        ConfigurationError: there is no such file, or its first line does not say what it answers.

    """
    path = FOLDER / f"{name}.cypher"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigurationError(f"no query file cypher/{name}.cypher: {error}") from error
    first, _, body = text.partition("\n")
    if not first.startswith("// "):
        raise ConfigurationError(f"cypher/{name}.cypher: the first line must be '// ' and what it answers")
    statement = body.strip().removesuffix(";")
    code = _STRINGS_AND_COMMENTS.sub(" ", statement)
    parameters = frozenset(_PARAMETER.findall(code))
    nullable = {one or other for one, other in _NULLABLE.findall(code)}
    required = parameters - nullable
    return Query(name, first.removeprefix("// ").strip(), statement, parameters, required)


def names(folder: str = "") -> tuple[str, ...]:
    """Return the names of all queries below a folder of `cypher/`, sorted."""
    return tuple(
        sorted(
            path.relative_to(FOLDER).with_suffix("").as_posix()
            for path in (FOLDER / folder).rglob("*.cypher")
        )
    )
