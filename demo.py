"""The demonstration: articles in, a table out, the API up, until Ctrl-C; nothing of it is left running.

It works in a data folder and on ports of its own and never touches the user's graph.
"""

import logging
import os
import shlex
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import Any

from rich.table import Table

from api.app import create_app, log_to_stderr
from extract.batch import Batch
from extract.pipeline import Extractor
from graph import asking, feeding, ontology, schema
from graph.catalogue.lookup import Catalogue
from graph.console import harmless, note, print_table
from graph.errors import AppError, InputError
from graph.local.locks import locked
from graph.local.server import Connection, LocalServer
from graph.settings import Settings
from graph.store import Store, open_store

HERE = Path(__file__).parent
DATA = HERE / ".demo"
PORT = 8000
ROWS = 60


def main(given: Sequence[str]) -> int:
    """Run the demonstration on these files and folders; on the samples when there are none."""
    settings = _own_settings()
    server = LocalServer(settings)
    signal.signal(signal.SIGTERM, _interrupt)
    signal.signal(signal.SIGHUP, _terminate)
    try:
        DATA.mkdir(exist_ok=True)
        with locked(DATA / "demo.lock", waiting_for="another demonstration", wait=False):
            try:
                connection = server.ensure_running(announce=note)
                _fill(settings, list(given) or [str(HERE / "samples")])
                _serve(settings, connection)
            finally:
                for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                    signal.signal(
                        ending, signal.SIG_IGN
                    )  # being ended twice must not leave the server behind
                server.stop()
    except KeyboardInterrupt:
        pass
    except AppError as error:
        note(f"newsgraph: {error}")
        return 1
    note("stopped; nothing is left running")
    return 0


def _given(words: Sequence[str]) -> list[str]:
    """Return the files and folders that make hands over as one word: one path with spaces, or several paths."""
    return [
        part for word in words for part in ([word] if word and Path(word).exists() else shlex.split(word))
    ]


def _own_settings() -> Settings:
    for name in [name for name in os.environ if name.startswith(("NEO4J_", "NEWSGRAPH_"))]:
        # Somebody's own graph is not to be touched; where downloads are kept and the pipeline are theirs to say.
        if name not in {"NEWSGRAPH_CACHE_DIR", "NEWSGRAPH_PIPELINE", "NEWSGRAPH_MAVEN_URL"}:
            del os.environ[name]
    return Settings(data_dir=DATA, bolt_port=0, http_port=0)


def _terminate(_: int, __: FrameType | None) -> None:
    # The web server minds SIGTERM; an exception raised amid its work may be lost.
    os.kill(os.getpid(), signal.SIGTERM)


def _interrupt(_: int, __: FrameType | None) -> None:
    raise KeyboardInterrupt


def _fill(settings: Settings, inputs: list[str]) -> None:
    extractor = Extractor.open(settings.pipeline, Catalogue.open(None))
    batch = Batch(inputs, any_language=False)
    with open_store(settings) as store:
        while store.write("load/remove_batch")[0]["removed"]:
            pass  # an earlier demonstration's
        schema.prepare(store)
        feeding.feed(store, batch.extractions(extractor))
        batch.report()
        if batch.exit_code == 1:
            raise InputError("none of these articles can be read, so there is nothing to show")
        _show(store)


def _show(store: Store) -> None:
    question = asking.question("@who_did_what", {})
    rows, more = store.ask(question.text, question.parameters, limit=ROWS)
    print_table(table(rows), width=150)
    if more:
        note(f"only the first {ROWS}; all of them are at /v1/claims of the API")


def table(rows: Sequence[dict[str, Any]]) -> Table:
    """Return rows of the query `who_did_what` as a table, with the quotation behind each."""
    display = {name: relation.display for name, relation in ontology.load().relations.items()}
    made = Table(title="Who did what to whom", title_justify="left", show_lines=True, header_style="bold")
    columns = {"who": 16, "did": 14, "whom": 16, "status, and who says so": 18, "the sentence": 60}
    for column, width in columns.items():
        made.add_column(column, overflow="fold", max_width=width)
    for row in rows:
        quoted = f"“{row['sentence']}”\n{row['publisher'] or ''} {row['published'] or ''}".strip()
        cells = (row["who"], display[row["did"]], row["whom"], _standing(row), quoted)
        made.add_row(*map(harmless, cells))
    return made


def _standing(row: dict[str, Any]) -> str:
    parts = [row["status"]]
    if row["condition"]:
        parts.append(f"({row['condition']})")
    parts.append(f"says {', '.join(row['said_by'])}" if row["said_by"] else "in the writer's own voice")
    return " ".join(parts)


def _serve(settings: Settings, connection: Connection) -> None:
    import uvicorn

    log_to_stderr(level=logging.WARNING)
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        port = _bound(listening)
        listening.listen(128)
        note(
            f"\nthe API        http://127.0.0.1:{port}/v1/actors?q=trump   (described in /openapi.json)"
            f"\nNeo4j Browser  {connection.http_url}/browser/   user {connection.username}, password {connection.password}"
            f"\nBolt           {connection.uri}"
            "\nCtrl-C ends all of it."
        )
        config = uvicorn.Config(create_app(settings), log_level="warning", timeout_graceful_shutdown=3)
        uvicorn.Server(config).run(sockets=[listening])


def _bound(listening: socket.socket) -> int:
    """Bind to the usual port, or to a free one where that is taken, and return it."""
    try:
        listening.bind(("127.0.0.1", PORT))
    except OSError:
        listening.bind(("127.0.0.1", 0))
        note(f"port {PORT} is taken; the API is on another")
    return int(listening.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main(_given(sys.argv[1:])))
