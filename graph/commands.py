"""Commands on the graph: load, import, remove, query, backup, restore, rebuild, check."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.coded.reading import Format
    from graph.settings import Settings

Form = Annotated[
    str,
    typer.Option(
        "--format",
        help="icews, gdelt or polecat: the files are event data that others coded (.gz, .zip too).",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="JSON lines instead of a table.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command(name="import")(import_)
    for command in (load, remove, query, backup, restore, rebuild, check):
        app.command()(command)


def load(
    files: Annotated[
        list[str], typer.Argument(help="Extraction files (JSON lines, .gz too), - for standard input.")
    ],
    *,
    form: Form = "",
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Leave the articles' text out of the graph.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Load what `newsgraph extract` wrote, or event data that others coded, into the graph."""
    from graph import console, feeding, schema
    from graph.coded import feeding as coded_feeding
    from graph.settings import Settings
    from graph.store import open_store

    coded, settings = _coded(form), Settings()
    summary: feeding.Summary | coded_feeding.Summary
    with open_store(settings, announce=console.note) as store:
        schema.prepare(store)
        if coded is None:
            summary = feeding.feed(store, feeding.read_files(files), with_text=not no_text)
        else:
            summary = coded_feeding.feed(store, map(Path, files), coded, _catalogue(settings))
    console.print_rows([summary.row()], as_json=as_json)
    raise typer.Exit(summary.exit_code)


def import_(
    files: Annotated[list[str], typer.Argument(help="Files as `newsgraph load` takes them.")],
    *,
    form: Form = "",
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Leave the articles' text out of the graph.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Fill the empty local graph with millions of claims: it is stopped, filled by neo4j-admin, and started."""
    from graph import console, importing
    from graph.settings import Settings

    settings = Settings()
    summary = importing.import_files(
        settings, files, form=_coded(form), catalogue=_catalogue(settings), with_text=not no_text
    )
    console.print_rows([summary.row()], as_json=as_json)
    raise typer.Exit(summary.exit_code)


def remove(
    article_ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ARTICLE_ID]...", help="Ids of articles.")
    ] = None,
    *,
    publisher: Annotated[str, typer.Option(help="Those of this publisher.")] = "",
    since: Annotated[str, typer.Option("--from", help="Those published on this day or later.")] = "",
    until: Annotated[str, typer.Option("--to", help="Those published before this day.")] = "",
    extractor: Annotated[
        str, typer.Option(help='Those whose claims this extractor made: "newsgraph 0.1.0", or in full.')
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would be removed.")] = False,
    as_json: AsJson = False,
) -> None:
    """Remove articles and exactly what they brought; with several conditions, those that fit all."""
    from dataclasses import asdict

    from graph import console, removing
    from graph.settings import Settings
    from graph.store import open_store

    choice = removing.Choice(
        tuple(article_ids or ()),
        publisher or None,
        _day("--from", since),
        _day("--to", until),
        extractor or None,
    )
    with open_store(Settings(), announce=console.note) as store:
        articles = removing.chosen(store, choice)
        if dry_run:
            console.print_rows(articles, as_json=as_json)
            effect = removing.effect(store, articles)
            console.note(
                "would be removed: " + ", ".join(f"{count} {what}" for what, count in effect.items())
            )
            return
        with console.progress("removing", total=len(articles)) as advance:
            removed = removing.remove(store, articles, advance=advance)
    console.print_rows([asdict(each) for each in removed], as_json=as_json)


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
        rows, more = store.ask(question.text, question.parameters, limit=limit, ours=question.ready)
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


def check(
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what differs, mend nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Compare what is derived with what follows from the articles, say what differs, and mend it.

    Exit codes: 0 nothing differs, 3 something did.
    """
    from graph import checking, console, schema
    from graph.settings import Settings
    from graph.store import open_store

    with open_store(Settings(), announce=console.note) as store:
        schema.prepare(store)
        with console.progress("comparing") as advance:
            report = checking.check(store, mend=not dry_run, advance=advance)
    compared = ", ".join(f"{count} of {what}" for what, count in report.checked.items())
    if report.clean:
        console.note(f"nothing differs (compared {compared})")
        return
    console.print_rows(report.rows(), as_json=as_json)
    console.note("nothing was changed" if dry_run else "all of that is mended")
    raise typer.Exit(3)


def _day(option: str, given: str) -> str | None:
    from graph.dates import bounds
    from graph.errors import InputError

    if given and bounds(given)[0] != given:
        raise InputError(f"{option} {given!r} is no day; write it as 2026-01-30")
    return given or None


def _coded(form: str) -> "Format | None":
    from graph.coded.reading import FORMATS

    if not form:
        return None
    found: Format | None = next((each for each in FORMATS if each == form), None)
    if found is None:
        raise typer.BadParameter(f"one of {', '.join(FORMATS)}", param_hint="--format")
    return found


def _catalogue(settings: "Settings") -> Path:
    from graph.catalogue.lookup import FILE_NAME

    return settings.data_dir / FILE_NAME
