"""CSV files for `neo4j-admin database import`.

What is text is quoted and what is not there is left empty, so that an empty text stays one. The parts of a list are
separated by a character that no text has; where one has it, another is taken.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Self

from graph.errors import InputError

# Noncharacters of Unicode: they stand in no text that is interchanged.
DELIMITERS = ("\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3")


class DelimiterInUseError(InputError):
    """A text in a list holds the character that separates the parts of lists."""


class Table:
    """A file of nodes or of relationships, with a header of its own."""

    def __init__(self, path: Path, fixed: Sequence[str], columns: Mapping[str, str], delimiter: str) -> None:
        """Begin a file.

        Args:
            path: where.
            fixed: what neo4j-admin calls the first columns: ":ID(Actor)", ":LABEL", ":START_ID(Claim)" …
            columns: type of each property, as neo4j-admin names types.
            delimiter: what separates the parts of a list.

        """
        self.path = path
        self.rows = 0
        self._columns = columns
        self._delimiter = delimiter
        self._file = path.open("w", encoding="utf-8", newline="")
        names = [_quoted(each) for each in fixed]
        names += [_quoted(f"{name}:{type_}") for name, type_ in columns.items()]
        self._file.write(",".join(names) + "\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, fixed: Iterable[str], properties: Mapping[str, Any]) -> None:
        """Write one node or relationship; what it does not have is left out."""
        cells = [_quoted(each) for each in fixed]
        cells += [self._cell(properties.get(name)) for name in self._columns]
        self._file.write(",".join(cells) + "\n")
        self.rows += 1

    def _cell(self, value: object) -> str:
        if value is None:
            return ""
        if isinstance(value, list | tuple):
            parts = [_plain(each) for each in value]
            if any(self._delimiter in each for each in parts):
                raise DelimiterInUseError(f"{self.path.name}: a text holds {self._delimiter!r}")
            return _quoted(self._delimiter.join(parts)) if parts else ""
        return _quoted(_plain(value))


def with_free_delimiter(write: Callable[[str], None]) -> str:
    """Call `write` with characters to separate lists until one is free, and return that.

    Raises:
        InputError: some text holds each of them.

    """
    for delimiter in DELIMITERS[:-1]:
        try:
            write(delimiter)
        except DelimiterInUseError:
            continue
        return delimiter
    write(DELIMITERS[-1])
    return DELIMITERS[-1]


def arguments(
    nodes: Mapping[Path, Sequence[str]], relationships: Mapping[Path, str], *, delimiter: str
) -> list[str]:
    """Return the arguments of `neo4j-admin database import full` for files of nodes and relationships.

    Args:
        nodes: the labels that all nodes of a file have.
        relationships: the type of a file's relationships; "" where each row has its own.
        delimiter: what separates the parts of lists.

    """
    found = [
        f"--nodes={':'.join((*labels, ''))[:-1]}={path}" if labels else f"--nodes={path}"
        for path, labels in nodes.items()
    ]
    found += [
        f"--relationships={type_}={path}" if type_ else f"--relationships={path}"
        for path, type_ in relationships.items()
    ]
    return [
        *found,
        f"--array-delimiter=U+{ord(delimiter):04X}",
        "--multiline-fields=true",
        "--id-type=string",
    ]


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | datetime):
        return value.isoformat()
    return repr(value) if isinstance(value, float) else str(value)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
