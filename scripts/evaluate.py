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
