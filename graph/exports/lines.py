"""Extraction lines: the graph as the lines that made it, or the claims of them that pass filters."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from graph import writing_out
from graph.jsonl import to_line, to_part_line
from graph.model import Extraction
from graph.selection import ALL, Selection
from graph.store import Store


def write(store: Store, choice: Selection, path: Path) -> int:
    """Write the lines and return how many there are."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for line in lines(store, choice):
            file.write(line + "\n")
            count += 1
    return count


def lines(store: Store, choice: Selection) -> Iterator[str]:
    """Yield the lines; with filters those of articles of which some claim passes, with the claims that do."""
    trusted = choice.trusted(store)
    for each in writing_out.stored(store):
        if choice == ALL:
            yield each.line
            continue
        extraction = selected(each.extraction, choice, trusted)
        if each.part is not None:
            # The parts stay as many as they are, for they are counted.
            mark = f"{each.part.whole} of {choice}"
            yield to_part_line(replace(each.part, extraction=extraction, whole=mark))
        elif extraction.claims:
            yield to_line(extraction)


def selected(extraction: Extraction, choice: Selection, trusted: frozenset[str] | None = None) -> Extraction:
    """Return an extraction with the claims that pass; a denial of one that does not pass denies none.

    `trusted` are the publishers of the rating that is asked for.
    """
    claims = [claim for claim in extraction.claims if choice.passes(claim, extraction, trusted)]
    kept = {claim.id for claim in claims}
    return replace(
        extraction,
        claims=tuple(
            claim if claim.denies is None or claim.denies in kept else replace(claim, denies=None)
            for claim in claims
        ),
    )
