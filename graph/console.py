"""What commands print: results to stdout as a table or JSON lines, all else to stderr."""

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

# All control characters but line ends: an article must not steer the terminal of who reads its sentences.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_bars: list[Progress] = []


def note(message: str) -> None:
    """Say one sentence on stderr, above the progress bars if there are any."""
    console = _bars[-1].console if _bars else Console(stderr=True)
    console.print(harmless(message), markup=False, emoji=False, highlight=False, soft_wrap=True)


def harmless(text: str) -> str:
    """Return the text with control characters as spaces."""
    return _CONTROL.sub(" ", text)


def print_rows(rows: Sequence[Mapping[str, Any]], *, as_json: bool, title: str | None = None) -> None:
    """Print rows on stdout: as JSON lines, or as a table whose columns are the keys of the first row."""
    if as_json:
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
        return
    if not rows:
        note("nothing found")
        return
    table = Table(title=title, title_justify="left", header_style="bold")
    for column in rows[0]:
        table.add_column(harmless(column), overflow="fold")
    for row in rows:
        table.add_row(*("" if value is None else harmless(_shown(value)) for value in row.values()))
    print_table(table)


def print_table(table: Table, *, width: int = 200) -> None:
    """Print a table on stdout as it is written: nothing in it is markup or the name of an emoji."""
    # Not on a terminal there is no width to fit.
    console = Console(highlight=False, emoji=False, width=None if sys.stdout.isatty() else width)
    console.print(table, markup=False)


@contextmanager
def progress(description: str, *, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """Yield a function that advances a progress bar on stderr; there is none when that is no terminal.

    One inside another is a second line of the first: two that draw on one terminal would wipe each other out.
    """
    if _bars:
        task = _bars[-1].add_task(description, total=total)
        yield lambda steps: _bars[-1].advance(task, steps) if _bars else None
        return
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        _bars.append(bar)
        try:
            first = bar.add_task(description, total=total)
            yield lambda steps: bar.advance(first, steps)
        finally:
            _bars.remove(bar)


def _shown(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
