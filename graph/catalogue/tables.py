"""The catalogue's own tables: CSV files that are checked when read."""

import csv
from collections.abc import Iterator
from pathlib import Path

from graph.errors import ConfigurationError


def rows(path: Path, *columns: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield line number and row of a CSV table, after checking its header.

    Raises:
        ConfigurationError: the table is missing, or a row has not these columns.

    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            if reader.fieldnames is None or [*reader.fieldnames] != [*columns]:
                raise ConfigurationError(f"{path.name}: the first line must be {','.join(columns)}")
            for row in reader:
                if None in row or None in row.values():
                    raise ConfigurationError(
                        f"{path.name}, line {reader.line_num}: not {len(columns)} fields"
                    )
                yield reader.line_num, row
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ConfigurationError(f"{path.name}: {error}; install newsgraph anew") from error


def alternatives(field: str) -> tuple[str, ...]:
    """Return the parts of a field that `|` separates."""
    return tuple(part.strip() for part in field.split("|") if part.strip())
