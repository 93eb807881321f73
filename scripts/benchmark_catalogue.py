"""Import invented actors, a million unless told otherwise, and measure the catalogue: time, memory, look-ups.

Call: python scripts/benchmark_catalogue.py [COUNT]
"""

import csv
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from graph.catalogue import importing
from graph.catalogue.formats import own
from graph.catalogue.lookup import Catalogue

MILLION = 1_000_000
LOOKUPS = 20_000
_SYLLABLES = [
    "ar",
    "bel",
    "cor",
    "dan",
    "el",
    "fin",
    "gal",
    "han",
    "im",
    "jor",
    "kel",
    "lor",
    "mar",
    "nor",
    "os",
    "pel",
]
_COUNTRIES = ["US", "FR", "DE", "KE", "BR", "JP", "IN", "CA", "ZA", "SE"]


def invented(number: int) -> str:
    """Return the name of an actor; about one in four has a namesake."""
    draw = random.Random(number % (3 * MILLION // 4))  # noqa: S311 - no secret
    return " ".join("".join(draw.choices(_SYLLABLES, k=3)).capitalize() for _ in range(2))


def write(path: Path, count: int) -> None:
    """Write a file of that many actors, each fifth with an office of its own."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, own.COLUMNS, restval="")
        table.writeheader()
        for number in range(count):
            row = {"kind": "Person", "name": invented(number), "wikidata": f"Q{900_000_000 + number}",
                   "country": _COUNTRIES[number % len(_COUNTRIES)]}  # fmt: skip
            if number % 5 == 0:
                row |= {"office": f"mayor of Town {number % 40_000}", "start": str(1990 + number % 30),
                        "end": str(1991 + number % 30)}  # fmt: skip
            table.writerow(row)


def percentiles(look_up: Callable[[int], object], numbers: list[int]) -> str:
    """Return median and 99th percentile of a look-up: time that passed, and time of the processor alone."""
    passed: list[float] = []
    worked: list[float] = []
    for number in numbers:
        began, busy = time.perf_counter(), time.thread_time()
        look_up(number)
        worked.append((time.thread_time() - busy) * 1e6)
        passed.append((time.perf_counter() - began) * 1e6)
    cuts, busy_cuts = statistics.quantiles(passed, n=100), statistics.quantiles(worked, n=100)
    return (
        f"p50 {cuts[49]:.0f} µs, p99 {cuts[98]:.0f} µs (processor: {busy_cuts[49]:.0f}, {busy_cuts[98]:.0f})"
    )


def main() -> int:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MILLION
    with tempfile.TemporaryDirectory() as folder:
        source, catalogue = Path(folder) / "actors.csv", Path(folder) / "actors.sqlite"
        write(source, count)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began = time.perf_counter()
        summary = importing.import_files([source], catalogue)
        seconds = time.perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        sys.stdout.write(
            f"imported {summary.counts['rows']:,} rows in {seconds:.1f} s, memory {before // 1024} MB before,"
            f" {peak // 1024} MB at most, file {catalogue.stat().st_size // 1_000_000} MB\n"
        )
        draw = random.Random(7)  # noqa: S311 - no secret
        numbers = [draw.randrange(count) for _ in range(LOOKUPS)]
        with closing(Catalogue.open(catalogue)) as opened:
            for name, look_up in (
                ("by name", lambda number: opened.named(invented(number), "Person")),
                ("absent name", lambda number: opened.named(f"Nobody {number}", "Person")),
                ("by id", lambda number: opened.entry(f"Q{900_000_000 + number}")),
                ("by office and date", lambda number: opened.holder("president", "US", f"{2015 + number % 10}-05-01")),
            ):  # fmt: skip
                sys.stdout.write(f"{name}: {percentiles(look_up, numbers)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
