"""Questions in Cypher from the command line: free text or one of the analysts' ready queries."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph import queries
from graph.errors import InputError

FOLDER = "analysts"


@dataclass(frozen=True, slots=True)
class Question:
    """Cypher with its parameters."""

    text: str
    parameters: dict[str, Any]
    ready: bool = False  # one of ours, which only reads


def ready_queries() -> list[dict[str, str]]:
    """Return name, purpose and parameters of each ready query."""
    found = []
    for name in queries.names(FOLDER):
        query = queries.load(name)
        short = name.removeprefix(f"{FOLDER}/")
        found.append(
            {"name": f"@{short}", "answers": query.purpose, "parameters": " ".join(sorted(query.parameters))}
        )
    return found


def parameters(given: Sequence[str]) -> dict[str, Any]:
    """Return `name=value` pairs as parameters; a value that is JSON is read as such, else it is text.

    Raises:
        InputError: one has no "=".

    """
    found: dict[str, Any] = {}
    for each in given:
        name, separator, value = each.partition("=")
        if not separator or not name.isidentifier():
            raise InputError(f"--param {each!r}: write it as name=value")
        try:
            found[name] = json.loads(value)
        except ValueError:
            found[name] = value
    return found


def file_text(file: Path, cypher: str) -> str:
    """Return the Cypher that a file holds.

    Raises:
        InputError: it cannot be read, or Cypher was given besides.

    """
    if cypher:
        raise InputError("give the Cypher or --file, not both")
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: cannot be read ({error})") from error


def question(cypher: str, given: dict[str, Any]) -> Question:
    """Return the question; `@name` names a ready query.

    Raises:
        InputError: there is no such ready query, or its parameters do not fit.

    """
    if not cypher.strip():
        raise InputError(
            "no query; write Cypher in quotation marks, or name a ready one (newsgraph query --list)"
        )
    if not cypher.startswith("@"):
        return Question(cypher, given)
    name = f"{FOLDER}/{cypher.removeprefix('@')}"
    if name not in queries.names(FOLDER):
        raise InputError(f"no ready query {cypher}; newsgraph query --list names them")
    query = queries.load(name)
    unknown = sorted(given.keys() - query.parameters)
    if unknown:
        raise InputError(
            f"{cypher} has no parameters {', '.join(unknown)}; it takes {sorted(query.parameters)}"
        )
    missing = sorted(query.required - given.keys())
    if missing:
        raise InputError(f"{cypher} needs {', '.join(missing)}; give --param {missing[0]}=…")
    # What is not given is null, which the ready queries read as "any".
    return Question(query.text, {**dict.fromkeys(query.parameters), **given}, ready=True)
