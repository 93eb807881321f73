"""Load invented articles into a graph of its own, and measure how long one more takes in a small and in a large one.

Call: python scripts/benchmark_events.py [CLAIMS], 200,000 unless told otherwise

Claims are of pairs of 2,000 actors drawn so that a few are in most of them, and of three years; a third state no
date. Every measured article has ten, one of them of the two busiest actors. Beside the time that passed stands what
the server's processor spent on an article, on which other programs of the machine have less influence.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

import psutil
from invented import extraction

from graph import schema
from graph.loading import load_extraction, remove_article
from graph.local.server import LocalServer
from graph.settings import Settings
from graph.store import Store, open_store

SMALL, LARGE = 10_000, 200_000
CLAIMS = 10  # of a measured article
FILLING = 100  # claims of one of those that only fill the graph
MEASURED = 300  # articles


def measured(store: Store, server: psutil.Process, first: int) -> list[str]:
    """Return how long it took to add some articles, and to remove them."""
    lines = [extraction(number, CLAIMS) for number in range(first, first + MEASURED)]
    found = []
    for what, work in (
        ("add", lambda line: load_extraction(store, line)),
        ("remove", lambda line: remove_article(store, line.article.id)),
    ):
        times = []
        busy = sum(server.cpu_times()[:2])
        for line in lines:
            began = time.perf_counter()
            work(line)
            times.append((time.perf_counter() - began) * 1000)
        spent = (sum(server.cpu_times()[:2]) - busy) * 1000 / MEASURED
        cuts = statistics.quantiles(times, n=100)
        found.append(
            f"{what} one article p50 {cuts[49]:.1f} ms, p99 {cuts[98]:.1f} ms, server's processor {spent:.1f} ms"
        )
    return found


def main() -> int:
    """Print the figures."""
    large = int(sys.argv[1]) if len(sys.argv) > 1 else LARGE
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder) / "data", bolt_port=0, http_port=0)
        server = LocalServer(settings)
        try:
            server.ensure_running()
            with open_store(settings) as store:
                schema.prepare(store)
                process = psutil.Process(server.status().pid)
                done = 0
                for size in (SMALL, large):
                    for number in range(done, size // FILLING):
                        load_extraction(store, extraction(number, FILLING))
                    done = size // FILLING
                    # The first requests after a load meet cold caches.
                    measured(store, process, 10**7)
                    for each in measured(store, process, 2 * 10**7):
                        sys.stdout.write(f"{size:,} claims: {each}\n")
                    sys.stdout.flush()
        finally:
            server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
