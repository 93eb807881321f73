"""Commands on the graph: load, remove, query, backup, restore, rebuild."""

from pathlib import Path
from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="JSON lines instead of a table.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    for command in (load, remove, query, backup, restore, rebuild):
        app.command()(command)


def load(
    files: Annotated[
        list[str], typer.Argument(help="Extraction files (JSON lines, .gz too), - for standard input.")
    ],
    *,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Leave the articles' text out of the graph.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Load what `newsgraph extract` wrote into the graph."""
    from graph import console, feeding, schema
    from graph.settings import Settings
    from graph.store import open_store

    with open_store(Settings(), announce=console.note) as store:
        schema.prepare(store)
        summary = feeding.feed(store, feeding.read_files(files), with_text=not no_text)
    console.print_rows([summary.row()], as_json=as_json)
    raise typer.Exit(summary.exit_code)


def remove(
    article_id: Annotated[str, typer.Argument(help="The article's id.")], *, as_json: AsJson = False
) -> None:
    """Remove an article and exactly what it brought."""
    from dataclasses import asdict

    from graph import console
    from graph.loading import remove_article
    from graph.settings import Settings
    from graph.store import open_store

    with open_store(Settings(), announce=console.note) as store:
        removed = remove_article(store, article_id)
    console.print_rows([asdict(removed)], as_json=as_json)


def query(
    cypher: Annotated[
        str, typer.Argument(help="Cypher that reads, or @NAME of a ready query (see --list).")
    ] = "",
    *,
    parameters: Annotated[
        list[str] | None, typer.Option("--param", "-p", help="name=value; numbers and JSON are understood.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Most rows that are shown.")] = 1000,
    file: Annotated[Path | None, typer.Option("--file", "-f", help="A file with the Cypher.")] = None,
    list_queries: Annotated[bool, typer.Option("--list", help="Name the ready queries.")] = False,
    as_json: AsJson = False,
) -> None:
    """Ask the graph in Cypher, reading only."""
    from graph import asking, console
    from graph.settings import Settings
    from graph.store import open_store

    if list_queries:
        console.print_rows(asking.ready_queries(), as_json=as_json)
        return
    text = asking.file_text(file, cypher) if file else cypher
    question = asking.question(text, asking.parameters(parameters or []))
    with open_store(Settings(), announce=console.note) as store:
        rows, more = store.ask(question.text, question.parameters, limit=limit)
    console.print_rows(rows, as_json=as_json)
    if more:
        console.note(f"only the first {limit} rows; --limit shows more")


def backup(
    file: Annotated[Path, typer.Argument(help="The file to write.")], *, as_json: AsJson = False
) -> None:
    """Write the whole graph to one file."""
    from dataclasses import asdict

    from graph import backup as backups
    from graph import console
    from graph.settings import Settings
    from graph.store import open_store

    with open_store(Settings(), announce=console.note) as store:
        total = store.read("load/article_count")[0]["article_count"]
        with console.progress("writing", total=total) as advance:
            made = backups.backup(store, file, advance=advance)
    console.print_rows([asdict(made)], as_json=as_json)


def restore(
    file: Annotated[Path, typer.Argument(help="A file that newsgraph backup wrote.")],
    *,
    replace: Annotated[bool, typer.Option("--replace", help="Remove what the graph holds first.")] = False,
    as_json: AsJson = False,
) -> None:
    """Load a backup: the graph is then as it was."""
    from dataclasses import asdict

    from graph import backup as backups
    from graph import console
    from graph.settings import Settings
    from graph.store import open_store

    with open_store(Settings(), announce=console.note) as store, console.progress("restoring") as advance:
        found = backups.restore(store, file, replace=replace, advance=advance)
    console.print_rows([asdict(found)], as_json=as_json)


def rebuild(*, as_json: AsJson = False) -> None:
    """Derive actors and edges anew from what the articles say."""
    from dataclasses import asdict

    from graph import console, rebuilding, schema
    from graph.settings import Settings
    from graph.store import open_store

    with open_store(Settings(), announce=console.note) as store:
        schema.prepare(store)
        with console.progress("deriving") as advance:
            derived = rebuilding.rebuild(store, advance=advance)
    console.print_rows([asdict(derived)], as_json=as_json)
