"""All that persons judged, of who is who, of claims and of publishers, as JSON lines."""

import json
from collections.abc import Iterable, Iterator

from graph.corrections import ledger as corrections
from graph.corrections import lines as correction_lines
from graph.corrections.correction import DECISIONS, Correction
from graph.errors import LineError
from graph.identity import ledger
from graph.identity import lines as identity_lines
from graph.identity.judgement import Judgement
from graph.store import Store

Made = Judgement | Correction


def to_line(made: Made) -> str:
    """Return a judgement as one line of JSON, without the line's end."""
    if isinstance(made, Correction):
        return correction_lines.to_line(made)
    return identity_lines.to_line(made)


def from_line(line: str | bytes, *, place: str) -> Made:
    """Return the judgement that a line holds; its decision says of what it is.

    Raises:
        LineError: the line is no JSON, breaks the format, or holds what newsgraph derives from articles itself.

    """
    try:
        data = json.loads(line)
    except ValueError as error:
        raise LineError(f"{place}: is no JSON ({error})") from error
    if isinstance(data, dict) and data.get("decision") in DECISIONS:
        return correction_lines.from_object(data, place=place)
    return identity_lines.from_line(line, place=place)


def read(lines: Iterable[str | bytes], *, name: str) -> Iterator[Made | LineError]:
    """Yield for each line that is not blank its judgement, or the error that it holds none."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield from_line(line, place=f"{name}, line {number}")
        except LineError as error:
            yield error


def record(store: Store, made: Made) -> bool:
    """Record a judgement in its ledger; return whether that changed anything."""
    return corrections.record(store, made) if isinstance(made, Correction) else ledger.record(store, made)


def all_kept(store: Store) -> Iterator[Made]:
    """Yield every judgement that does not follow from articles, withdrawn ones too."""
    yield from ledger.all_kept(store)
    yield from corrections.all_kept(store)
