"""The command that serves the API."""

import signal
from contextlib import suppress
from types import FrameType
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(serve)


def serve(
    *,
    host: Annotated[
        str, typer.Option(help="Address to listen on; loopback unless --behind-proxy.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8000,
    behind_proxy: Annotated[
        bool,
        typer.Option("--behind-proxy", help="Something in front lets only whom it trusts reach this port."),
    ] = False,
) -> None:
    """Serve the graph over HTTP until Ctrl-C."""
    import uvicorn

    from api.app import create_app, log_to_stderr
    from api.listening import checked_socket
    from graph import console
    from graph.settings import Settings
    from graph.store import open_store

    settings = Settings()
    with checked_socket(host, port, behind_proxy=behind_proxy) as listening:
        # The local store is started here, where it can be said; later it is only used.
        if settings.neo4j_uri is None:
            with open_store(settings, announce=console.note):
                pass
        address = listening.getsockname()
        shown = f"[{address[0]}]" if ":" in address[0] else address[0]
        log_to_stderr()
        console.note(
            f"serving on http://{shown}:{address[1]} (the API's description: /openapi.json); Ctrl-C stops it"
        )
        config = uvicorn.Config(
            create_app(settings, behind_proxy=behind_proxy), log_level="warning", timeout_graceful_shutdown=5
        )
        # uvicorn ends in order, then raises the signal again for whoever started it: here nothing is left to do.
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, _interrupt)
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listening])
    console.note("stopped")


def _interrupt(_: int, __: FrameType | None) -> None:
    raise KeyboardInterrupt
