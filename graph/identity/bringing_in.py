"""Judgements of others into the ledger, from a file of JSON lines."""

import gzip
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from graph import console, ledger_lines
from graph.errors import InputError
from graph.ledger_lines import Made
from graph.store import Store


@dataclass(slots=True)
class Summary:
    """How many judgements were recorded, known already, or rejected."""

    counts: Counter[str] = field(default_factory=Counter)

    def row(self) -> dict[str, int]:
        """Return the counts in a fixed order."""
        return {name: self.counts[name] for name in ("recorded", "unchanged", "rejected")}

    @property
    def exit_code(self) -> int:
        """0 all recorded, 3 some rejected, 1 nothing done."""
        done = self.counts["recorded"] + self.counts["unchanged"]
        if self.counts["rejected"]:
            return 3 if done else 1
        return 0 if done else 1


def bring_in(store: Store, file: str) -> Summary:
    """Record the judgements of a file, `-` being standard input; a bad line is said and counted, and the rest goes on."""
    summary = Summary()
    with console.progress("recording") as advance:
        for each in _read(file):
            if isinstance(each, InputError):
                console.note(str(each))
                summary.counts["rejected"] += 1
            else:
                summary.counts["recorded" if ledger_lines.record(store, each) else "unchanged"] += 1
            advance(1)
    if not summary.counts:
        console.note("nothing to record: the input holds no line")
    return summary


def _read(file: str) -> Iterator[Made | InputError]:
    if file == "-":
        yield from ledger_lines.read(sys.stdin.buffer, name="standard input")
        return
    try:
        with Path(file).open("rb") as opened:
            stream = cast("BinaryIO", gzip.GzipFile(fileobj=opened)) if file.endswith(".gz") else opened
            yield from ledger_lines.read(stream, name=file)
    except (EOFError, zlib.error) as error:
        yield InputError(f"{file}: the compressed file is damaged or cut off ({error})")
    except OSError as error:
        yield InputError(f"{file}: cannot be read ({error.strerror or error})")
