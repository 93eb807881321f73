"""Run the extractor over the evaluation data beside the project and print its figures beside the committed ones."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

HERE = Path(__file__).parents[1]
EVALUATE = HERE.parent / "shared" / "eval" / "evaluate.py"
COMMITTED = HERE / "docs" / "evaluation.json"
PAGE = HERE / "docs" / "evaluation.md"
EVENTS = "\n## Events\n"
_INTRODUCTION = """# How good the extractor is

Measured by `make evaluate` with the small pipeline, on development data that nobody in this project wrote and that is not part of it; `make evaluate` prints today's figures beside these.
Constructions were learnt from reading these rows, so other rows will come out somewhat lower.
*Pd* is precision over the pairs of actors that are annotated; where only one event a sentence is annotated, *P* is a lower bound.
A *trap* is a claim that would cost an analyst's trust: a reversed direction, a denied or hypothetical thing as fact.

PETRARCH-2, the field's open event coder, on the same rows: plv full triples P .480, R .251, F1 .329, Pd .667; plover_gsr F1 .325; re3d_events F1 .049; petr_unittest pair F1 .084.

| figure | value |
|---|---|
"""


def main() -> int:
    """Print the table; with --write, commit to today's figures."""
    if not EVALUATE.exists():
        sys.stderr.write("the evaluation data is not beside the project (../shared/eval); nothing to do\n")
        return 0
    command = [sys.executable, str(EVALUATE), "--json", "--command", f"{sys.executable} -m newsgraph extract"]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, cwd=HERE)  # noqa: S603 - our own words
    today = figures(json.loads(done.stdout))
    if "--write" in sys.argv:
        COMMITTED.write_text(json.dumps(today, indent=1) + "\n", encoding="utf-8")
        lines = [f"| {name} | {value} |\n" for name, value in today.items()]
        # What `evaluate_events.py` measures stays.
        _, heading, events = PAGE.read_text("utf-8").partition(EVENTS)
        PAGE.write_text(_INTRODUCTION + "".join(lines) + heading + events, encoding="utf-8")
    committed = json.loads(COMMITTED.read_text("utf-8")) if COMMITTED.exists() else {}
    table = Table(header_style="bold")
    for column in ("figure", "committed", "today"):
        table.add_column(column, justify="left" if column == "figure" else "right")
    for name, value in today.items():
        table.add_row(name, str(committed.get(name, "")), str(value))
    Console(highlight=False).print(table)
    return 0


def figures(result: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """Return nested figures as one level: "plv: F1"."""
    flat: dict[str, Any] = {}
    for name, value in result.items():
        if isinstance(value, dict):
            flat |= figures(value, f"{prefix}{name}: ")
        else:
            flat[f"{prefix}{name}"] = value
    return flat


if __name__ == "__main__":
    sys.exit(main())
