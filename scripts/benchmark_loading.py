"""Load coded event data into a graph of its own, and compare with a bare loop over the driver.

Call: python scripts/benchmark_loading.py FORMAT FILE

The loop writes the very nodes and relationships that the loader wrote, into another empty graph with the same
constraints and indexes, in batches of 5,000, and does nothing else: what it writes lies ready on disk.
"""

import pickle
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self, cast

import neo4j
import psutil

from graph import schema
from graph.bulk.loading import batched
from graph.coded import feeding
from graph.coded.reading import FORMATS
from graph.local.server import Connection, LocalServer
from graph.settings import Settings
from graph.store import open_store

BATCH = 5000


@contextmanager
def server(folder: Path) -> Iterator[tuple[Settings, Connection]]:
    """Yield a local Neo4j of its own with the schema and nothing else."""
    settings = Settings(data_dir=folder, bolt_port=0, http_port=0)
    local = LocalServer(settings)
    try:
        connection = local.ensure_running()
        with open_store(settings) as store:
            schema.prepare(store)
        yield settings, connection
    finally:
        local.stop()


class Memory:
    """The resident memory of this process, in mebibytes, looked at every second."""

    def __init__(self) -> None:
        self.seen: list[int] = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _look(self) -> None:
        process = psutil.Process()
        while not self._stop.wait(1):
            self.seen.append(process.memory_info().rss >> 20)


def written(driver: neo4j.Driver, folder: Path) -> list[Path]:
    """Write everything that a graph holds into files, one a batch, nodes before relationships; return these."""
    files: list[Path] = []

    def take(query: str, head: Callable[[neo4j.Record], tuple[str, ...]]) -> None:
        with driver.session() as session:
            kinds: dict[tuple[str, ...], list[dict[str, Any]]] = {}

            def flush(kind: tuple[str, ...]) -> None:
                files.append(folder / f"{len(files)}.pickle")
                files[-1].write_bytes(pickle.dumps((kind, kinds.pop(kind))))

            for record in session.run(query):
                kind = head(record)
                kinds.setdefault(kind, []).append(record["row"])
                if len(kinds[kind]) == BATCH:
                    flush(kind)
            for kind in list(kinds):
                flush(kind)

    take(
        "MATCH (n) WHERE NOT n:Graph RETURN labels(n) AS labels, {properties: properties(n)} AS row",
        lambda record: tuple(sorted(record["labels"])),
    )
    take(
        "MATCH (s)-[r]->(t) RETURN labels(s)[0] AS start, type(r) AS type, labels(t)[0] AS end,"
        " {source: s.id, target: t.id, properties: properties(r)} AS row",
        lambda record: (record["start"], record["type"], record["end"], "relationship"),
    )
    return files


def replayed(driver: neo4j.Driver, files: list[Path]) -> int:
    """Write what the files hold; return how many nodes and relationships that is."""
    count = 0
    with driver.session() as session:
        for file in files:
            kind, rows = pickle.loads(file.read_bytes())  # noqa: S301 - written a moment ago
            if kind[-1] == "relationship":
                start, type_, end, _ = kind
                query = (
                    f"UNWIND $rows AS row MATCH (s:{start} {{id: row.source}}) MATCH (t:{end} {{id: row.target}})"
                    f" CREATE (s)-[r:{type_}]->(t) SET r = row.properties"
                )
            else:
                query = f"UNWIND $rows AS row CREATE (n:{':'.join(kind)}) SET n = row.properties"
            session.execute_write(_run, query, rows)
            count += len(rows)
    return count


def _run(transaction: neo4j.ManagedTransaction, query: str, rows: list[dict[str, Any]]) -> None:
    transaction.run(cast("Any", query), rows=rows).consume()


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> int:
    """Print the figures."""
    form = next((each for each in FORMATS if each == sys.argv[1]), None)
    if form is None:
        raise SystemExit(__doc__)
    path = Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        dump = Path(folder) / "dump"
        dump.mkdir()
        with server(Path(folder) / "loaded") as (settings, connection), open_store(settings) as store:
            with Memory() as memory:
                began = time.perf_counter()
                summary = feeding.feed(store, [path], form, None)
                took = time.perf_counter() - began
            quarters = [max(part) for part in batched(memory.seen, max(1, len(memory.seen) // 4))]
            claims = summary.counts["claims"]
            say(f"loaded {summary.row()}")
            say(
                f"in {took:.1f} s, {claims / took:.0f} claims/s; most MiB resident in each quarter: {quarters}"
            )
            began = time.perf_counter()
            again = feeding.feed(store, [path], form, None)
            say(f"again in {time.perf_counter() - began:.1f} s: {again.row()}")
            with neo4j.GraphDatabase.driver(
                connection.uri, auth=(connection.username, connection.password)
            ) as driver:
                files = written(driver, dump)
        with (
            server(Path(folder) / "bare") as (_, connection),
            neo4j.GraphDatabase.driver(
                connection.uri, auth=(connection.username, connection.password)
            ) as driver,
        ):
            began = time.perf_counter()
            count = replayed(driver, files)
            bare = time.perf_counter() - began
            say(f"a bare loop writes the same {count} nodes and relationships in {bare:.1f} s")
            say(f"the loader has {bare / took:.2f} of its speed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
