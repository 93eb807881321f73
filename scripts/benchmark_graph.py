"""Load, import and query event data of real size, each beside a floor measured in the same run.

Call: python scripts/benchmark_graph.py [FOLDER], with icews18.tsv.gz and icews_x4_2M.tsv.gz in it (ICEWS rows of four
columns; they are not part of the project); what is not there is left out. Every graph is one of its own.
"""

import gc
import logging
import resource
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import neo4j
import psutil
from fastapi.testclient import TestClient
from invented import extraction

from api.app import create_app, log_to_stderr
from graph import asking, console, importing, queries, schema
from graph.bulk import loading
from graph.bulk.derived import as_stored, derived
from graph.bulk.staging import Stage
from graph.catalogue.lookup import Catalogue
from graph.coded import feeding, reading
from graph.errors import InputError
from graph.events.moments import thread
from graph.loading import load_extraction
from graph.local.server import LocalServer
from graph.model import Actor, Resolution
from graph.settings import Settings
from graph.store import Store, open_store
from graph.ties import pair, tie

DATA = Path(__file__).parents[1].parent / "shared" / "load"
NORMAL, LARGE = "icews18.tsv.gz", "icews_x4_2M.tsv.gz"
BATCH = 5000
TIMES = 100
MEGABYTE = 1 << 20

Run = Callable[[], object]


def main() -> int:
    """Measure and print what was measured."""
    log_to_stderr(level=logging.WARNING)
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    rows: list[dict[str, Any]] = []
    for name, measure in ((NORMAL, _loading), (LARGE, _importing)):
        file = folder / name
        if not file.is_file():
            console.note(f"{file} is not there; what it measures is left out")
            continue
        rows += measure(file)
    console.print_rows(rows, as_json=False)
    return 0 if rows else 1


def _row(what: str, measured: object, floor: object = None, ratio: float | None = None) -> dict[str, Any]:
    return {
        "what": what,
        "measured": measured,
        "floor": floor,
        "ratio": None if ratio is None else round(ratio, 2),
    }


@contextmanager
def _graph() -> Iterator[Settings]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        settings = Settings(data_dir=Path(folder) / "data", bolt_port=0, http_port=0, query_timeout=600)
        try:
            yield settings
        finally:
            LocalServer(settings).stop()


def _loading(file: Path) -> Iterator[dict[str, Any]]:
    """Measure the loader against a loop over the driver that writes the same."""
    with _graph() as settings, open_store(settings) as store:
        schema.prepare(store)
        memory: list[int] = []
        watch = _watched(memory)
        start, used = time.perf_counter(), _processor(settings)
        with watch:
            summary = feeding.feed(store, [file], "icews", None)
        seconds, used = time.perf_counter() - start, _processor(settings) - used
        claims, actors = summary.counts["claims"], _one(store, "MATCH (a:Actor) RETURN count(a) AS found")
        start = time.perf_counter()
        again = feeding.feed(store, [file], "icews", None)
        unchanged = time.perf_counter() - start
        kept = _one(store, "MATCH (c:Claim) RETURN count(c) AS found")
    with _graph() as settings, open_store(settings) as store:
        schema.prepare(store)
        bare, bare_used = _bare(file, settings)
    quarter = len(memory) // 4
    yield _row(f"claims of {file.name}, actors", f"{claims}, {actors}")
    yield _row("loader, claims/s", round(claims / seconds), round(claims / bare), bare / seconds)
    yield _row(
        "loader, seconds of processors, server and client",
        round(used),
        round(bare_used),
        bare_used / used,
    )
    yield _row("second load, s", round(unchanged, 2))
    yield _row("second load: unchanged files, claims in the graph", f"{again.counts['unchanged']}, {kept}")
    yield _row(
        "memory of the loader, MB: most at the end, most in the first quarter",
        max(memory[-quarter:]) // MEGABYTE,
        max(memory[:quarter]) // MEGABYTE,
        max(memory[-quarter:]) / max(memory[:quarter]),
    )


@contextmanager
def _watched(memory: list[int]) -> Iterator[None]:
    """Note this process's resident memory each second."""
    from threading import Event, Thread

    done = Event()
    process = psutil.Process()

    def watch() -> None:
        while not done.wait(1):
            memory.append(process.memory_info().rss)

    thread_ = Thread(target=watch)
    thread_.start()
    try:
        yield
    finally:
        done.set()
        thread_.join()


def _processor(settings: Settings) -> float:
    """Return how many seconds of processors this process and the server have used: what else runs does not count."""
    used = 0.0
    for process in (psutil.Process(), psutil.Process(LocalServer(settings).status().pid)):
        times = process.cpu_times()
        used += times.user + times.system
    return used


def _bare(file: Path, settings: Settings) -> tuple[float, float]:
    """Return how long a loop takes that writes the same nodes and relationships, all worked out before.

    In seconds, and in seconds of processors.
    """
    with Stage() as stage:
        reading.stage_file(stage, file, "icews", Catalogue.open(None))
        stage.complete()
        ((_, article, properties),) = stage.articles()
        about = {**properties, "id": article}
        mentions = [row for _, row in stage.mentions()]
        claims: list[dict[str, Any]] = []
        ties: dict[Any, list[Any]] = defaultdict(list)
        for row in stage.claims():
            if row.target is not None and (both := pair(row.source, row.target)):
                row.properties.update(pair=both, thread=thread(row.relation, row.source, row.target))
                ties[tie(both, row.relation)].append(
                    loading.stated(row, row.source, row.target, row.place, about)
                )
            claims.append(
                {"source": row.source, "target": row.target, "properties": as_stored(row.properties)}
            )
    made = [derived(each, found) for each, found in ties.items()]
    events = [as_stored(event.properties) for each in made for event in each.events]
    members = [
        {"claim": claim, "event": event.properties["id"]}
        for each in made
        for event in each.events
        for claim in event.claims
    ]
    edges = [
        {**edge._asdict(), "properties": as_stored(edge.properties)} for each in made for edge in each.edges
    ]
    # As the rows of a file come: in no order of their parties.
    claims.sort(key=_by_position)
    targets = [
        {"claim": row["properties"]["id"], "target": row["target"]}
        for row in claims
        if row["target"] is not None
    ]
    connection = LocalServer(settings).ensure_running()
    auth = (connection.username, connection.password)
    with (
        neo4j.GraphDatabase.driver(connection.uri, auth=auth, notifications_min_severity="OFF") as driver,
        driver.session(database=connection.database) as session,
    ):
        start, used = time.perf_counter(), _processor(settings)
        for query, rows in (
            ("CREATE (a:Article) SET a = row", [about]),
            (
                (
                    "CREATE (a:Actor {id: row.actor_id, key: row.actor_id, kind: row.kind, name: row.name, aliases: [], country:"
                    " row.country, article_count: 1}) SET a:$(row.kind) CREATE (:Tally {id: row.actor_id, counts: row.name})"
                ),
                mentions,
            ),
            (
                f"MATCH (a:Article {{id: '{article}'}}) MATCH (b:Actor {{id: row.actor_id}}) CREATE (a)-[m:MENTIONS]->(b) SET m = row",
                mentions,
            ),
            (
                (
                    f"MATCH (a:Article {{id: '{article}'}}) MATCH (s:Actor {{id: row.source}}) CREATE (c:Claim) SET c = row.properties"
                    " CREATE (a)-[:STATES]->(c) CREATE (c)-[:SOURCE {actor_id: row.source}]->(s)"
                ),
                claims,
            ),
            (
                (
                    "MATCH (c:Claim {id: row.claim}) MATCH (t:Actor {id: row.target})"
                    " CREATE (c)-[:TARGET {actor_id: row.target}]->(t)"
                ),
                targets,
            ),
            ("CREATE (e:Event) SET e = row", events),
            (
                "MATCH (c:Claim {id: row.claim}) MATCH (e:Event {id: row.event}) CREATE (c)-[:PART_OF]->(e)",
                members,
            ),
            (
                (
                    "MATCH (s:Actor {id: row.source}) MATCH (t:Actor {id: row.target}) CREATE (s)-[e:$(row.relation)]->(t)"
                    " SET e = row.properties"
                ),
                edges,
            ),
        ):
            for rows_ in loading.batched(rows, BATCH):
                _write(session, f"UNWIND $rows AS row {query}", rows_)
        return time.perf_counter() - start, _processor(settings) - used


def _write(session: neo4j.Session, query: str, rows: Sequence[Any]) -> None:
    def work(transaction: neo4j.ManagedTransaction) -> None:
        transaction.run(query, rows=rows).consume()

    session.execute_write(work)


def _by_position(row: dict[str, Any]) -> int:
    return int(row["properties"]["position"])


def _importing(file: Path) -> Iterator[dict[str, Any]]:
    """Measure the import, then what analysts ask of the graph that it makes."""
    with _graph() as settings:
        start = time.perf_counter()
        summary = importing.import_files(settings, [str(file)], form="icews", catalogue=None)
        seconds = time.perf_counter() - start
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        counts = f"{summary.counts['claims']}, {summary.counts['actors']}"
        yield _row(f"claims of {file.name}, actors", counts)
        yield _row("import, s; claims/s", f"{seconds:.0f}; {summary.counts['claims'] / seconds:.0f}")
        yield _row("most memory of this process so far, MB", most // MEGABYTE)
        yield _row("an import into a graph that is not empty", _refusal(settings, file))
        yield from _asking(settings)


def _refusal(settings: Settings, file: Path) -> str:
    try:
        importing.import_files(settings, [str(file)], form="icews", catalogue=None)
    except InputError as error:
        return f"refused: {error}"
    return "NOT REFUSED"


def _asking(settings: Settings) -> Iterator[dict[str, Any]]:
    """Measure the API and the ready queries against the same Cypher over the driver."""
    connection = LocalServer(settings).ensure_running()
    auth = (connection.username, connection.password)
    with (
        open_store(settings) as store,
        TestClient(create_app(settings)) as client,
        neo4j.GraphDatabase.driver(connection.uri, auth=auth, notifications_min_severity="OFF") as driver,
    ):

        def bare(name: str, parameters: dict[str, Any]) -> Run:
            text = queries.load(name).text
            return lambda: driver.execute_query(text, parameters, database_=connection.database)

        def ask(name: str, given: dict[str, str]) -> Run:
            words = [f"{key}={value}" for key, value in given.items()]
            question = asking.question(f"@{name}", asking.parameters(words))
            return lambda: store.ask(question.text, question.parameters, limit=1000, ours=question.ready)

        ordered, _ = store.ask(
            "MATCH (a:Actor) RETURN a.key AS key, a.id AS id, a.name AS name, a.kind AS kind, COUNT { (a)<-[:SOURCE|TARGET]-() } AS claims"
            " ORDER BY claims DESC, id",
            {},
            limit=1_000_000,
        )
        # What the measuring itself holds is no part of what is measured: its garbage is not looked through again.
        gc.collect()
        gc.freeze()
        hub, second, median = ordered[0], ordered[1], ordered[len(ordered) // 2]
        for what, actor in (("median actor", median), ("top hub", hub)):
            key = actor["key"]
            parameters = _connections(key)
            if actor is median:
                yield from _compared(
                    f"connections, median actor ({actor['name']}, {actor['claims']} claims)",
                    partial(store.read, "read/connections", **parameters),
                    bare("read/connections", parameters),
                    times=TIMES,
                )
            yield from _compared(
                f"connections over HTTP, {what} ({actor['name']}, {actor['claims']} claims)",
                partial(_get, client, f"/v1/actors/{key}/connections"),
                bare("read/connections", parameters),
                times=TIMES if actor is median else 20,
            )
        path = {"from": median["name"], "to": second["name"]}
        yield from _compared(
            f"path between two actors ({' – '.join(path.values())})",
            ask("shortest_path", path),
            bare("analysts/shortest_path", path),
            times=TIMES,
        )
        yield from _compared(
            "what is contested",
            ask("contested", {}),
            bare("analysts/contested", _nothing("contested")),
            times=TIMES,
        )
        timeline = {"one": hub["name"], "other": _neighbour(store, hub["id"])}
        yield from _compared(
            f"timeline of two actors ({' – '.join(timeline.values())})",
            ask("pair_timeline", timeline),
            bare("analysts/pair_timeline", timeline),
            times=TIMES,
        )
        busiest = [_actor(row) for row in ordered[:2000]]
    with _graph() as empty, open_store(empty) as nothing, open_store(settings) as store:
        schema.prepare(nothing)
        yield from _compared(
            "adding an article of 10 claims between the 2000 busiest actors, beside an empty graph",
            _adding(store, busiest),
            _adding(nothing, busiest),
            times=TIMES,
        )


def _nothing(name: str) -> dict[str, None]:
    return dict.fromkeys(queries.load(f"analysts/{name}").parameters)


def _actor(row: dict[str, Any]) -> Actor:
    name = str(row["name"])
    return Actor(row["id"], row["kind"], name, (name,), None, None, None, Resolution("made", 1.0))


def _adding(store: Store, actors: Sequence[Actor]) -> Run:
    numbers = count()
    return lambda: load_extraction(store, extraction(next(numbers), 10, lambda number: actors[number]))


def _get(client: TestClient, path: str) -> object:
    return client.get(path).raise_for_status()


def _connections(key: str) -> dict[str, Any]:
    from graph import ontology

    known = queries.load("read/connections").parameters
    symmetric = [each.name for each in ontology.load().relations.values() if each.symmetric]
    given = {
        "key": key,
        "statuses": ["asserted"],
        "symmetric": symmetric,
        "voice": "any",
        "skip": 0,
        "limit": 21,
    }
    return {name: given.get(name) for name in known}


def _neighbour(store: Store, actor: str) -> str:
    """Return the name of whom an actor has most claims with."""
    rows, _ = store.ask(
        "MATCH (a:Actor {id: $id})<-[:SOURCE]-(c:Claim)-[:TARGET]->(b:Actor) WHERE b <> a"
        " RETURN b.name AS name, count(c) AS claims ORDER BY claims DESC, name LIMIT 1",
        {"id": actor},
        limit=1,
    )
    return str(rows[0]["name"])


def _compared(what: str, ours: Run, floor: Run, *, times: int) -> Iterator[dict[str, Any]]:
    """Measure both in turn, so that what else the machine does falls on both."""
    found: dict[Run, list[float]] = {ours: [], floor: []}
    for number in count():
        for run in (ours, floor):
            start = time.perf_counter()
            run()
            # The first three fill caches.
            if number >= len("abc"):
                found[run].append(1000 * (time.perf_counter() - start))
        if number >= times:
            break
    for name, part in (("p50", 0.5), ("p99", 0.99)):
        one, other = (_quantile(found[run], part) for run in (ours, floor))
        yield _row(f"{what}, {name}, ms", round(one, 1), round(other, 1), one / other)


def _quantile(values: Iterable[float], part: float) -> float:
    ordered = sorted(values)
    return (
        statistics.median(ordered)
        if part == 1 / 2
        else ordered[min(len(ordered) - 1, int(part * len(ordered)))]
    )


def _one(store: Store, cypher: str) -> int:
    rows, _ = store.ask(cypher, {}, limit=1)
    return int(rows[0]["found"])


if __name__ == "__main__":
    sys.exit(main())
