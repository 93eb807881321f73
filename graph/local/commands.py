"""The commands of the local Neo4j: up, down, status, password, cache."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from graph.local.server import Connection, LocalServer
    from graph.settings import Settings

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON lines instead of a table.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command()(up)
    app.command()(down)
    app.command()(status)
    app.command()(password)
    cache = typer.Typer(help="The downloaded files of the local Neo4j.", no_args_is_help=True)
    cache.command("info")(cache_info)
    cache.command("clear")(cache_clear)
    app.add_typer(cache, name="cache")


def up(*, as_json: AsJson = False) -> None:
    """Start the local Neo4j unless it runs, and say where it is."""
    from graph import console

    server, _ = _local_server()
    connection = server.ensure_running(announce=console.note)
    found = server.status()
    _print([_login(connection) | {"pid": found.pid, "data_dir": str(found.data_dir)}], as_json=as_json)


def down(*, as_json: AsJson = False) -> None:
    """Stop the local Neo4j; the graph stays."""
    from graph import console

    server, settings = _local_server()
    stopped = server.stop()
    if as_json:
        _print([{"stopped": stopped, "data_dir": str(settings.data_dir)}], as_json=True)
        return
    console.note(f"{'stopped' if stopped else 'no'} Neo4j {'' if stopped else 'runs '}in {settings.data_dir}")


def status(*, as_json: AsJson = False) -> None:
    """Say whether the local Neo4j runs, and where."""
    from dataclasses import asdict

    server, _ = _local_server()
    _print([asdict(server.status())], as_json=as_json)


def password(
    *,
    reset: Annotated[bool, typer.Option("--reset", help="Make a new password first.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show how to log in to the local Neo4j, in Neo4j Browser and elsewhere."""
    from graph import console
    from graph.local.server import Connection

    server, _ = _local_server()
    if reset:
        server.reset_password()
        console.note("the local Neo4j has a new password")
    username, secret = server.credentials()
    found = server.status()
    if not found.running:
        console.note("the local Neo4j does not run: newsgraph up starts it")
    connection = Connection(found.uri or "", username, secret, None, found.http_url)
    _print([_login(connection) | {"password": secret}], as_json=as_json)


def cache_info(*, as_json: AsJson = False) -> None:
    """Say what the cache holds, and which running Neo4j uses it."""
    from dataclasses import asdict

    from graph import console
    from graph.local import cache

    _, settings = _local_server()
    found = [asdict(entry) | {"used_by": list(entry.used_by)} for entry in cache.info(settings)]
    if not found:
        console.note(f"the cache {cache.folder(settings)} is empty")
        return
    console.print_rows(found, as_json=as_json)


def cache_clear(*, as_json: AsJson = False) -> None:
    """Delete the downloaded files; the next start fetches them again."""
    from graph import console
    from graph.local import cache

    _, settings = _local_server()
    freed = cache.clear(settings)
    if as_json:
        console.print_rows([{"freed_bytes": freed, "folder": str(cache.folder(settings))}], as_json=True)
        return
    console.note(f"freed {freed / 1e6:.0f} MB in {cache.folder(settings)}")


def _local_server() -> tuple["LocalServer", "Settings"]:
    from graph import console
    from graph.local.extra import require_local_extra
    from graph.local.server import LocalServer
    from graph.settings import Settings

    require_local_extra()
    settings = Settings()
    if settings.neo4j_uri is not None:
        console.note("NEO4J_URI is set, so other commands use that Neo4j and not this local one")
    return LocalServer(settings), settings


def _login(connection: "Connection") -> dict[str, Any]:
    browser = None
    if connection.http_url is not None:
        # Neo4j Browser fills in its form from the address.
        browser = (
            f"{connection.http_url}/browser/?dbms={connection.uri.replace('//', f'//{connection.username}@')}"
        )
    return {
        "uri": connection.uri or None,
        "http_url": connection.http_url,
        "browser": browser,
        "username": connection.username,
    }


def _print(rows: list[dict[str, Any]], *, as_json: bool) -> None:
    """Print on stdout: one thing is easier to read as a column of its properties than as a wide row."""
    from graph import console

    if as_json:
        console.print_rows(rows, as_json=True)
        return
    for row in rows:
        shown = [{"": name, "value": None if value is None else str(value)} for name, value in row.items()]
        console.print_rows(shown, as_json=False)
