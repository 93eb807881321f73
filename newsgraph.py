"""The command line: the one place where all packages meet."""

import io
import os
import sys
from typing import Annotated

import typer

from api import commands as api_commands
from extract import commands as extract_commands
from graph import commands as graph_commands
from graph.analysis import commands as analysis_commands
from graph.catalogue import commands as catalogue_commands
from graph.corrections import commands as correction_commands
from graph.errors import AppError
from graph.exports import commands as export_commands
from graph.identity import commands as identity_commands
from graph.local import commands as local_commands

app = typer.Typer(
    name="newsgraph",
    help="News articles in, a graph of who did what to whom out, with the sentence behind every edge.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - Typer calls it so
    if wanted:
        from importlib.metadata import version as installed

        sys.stdout.write(f"newsgraph {installed('newsgraph')}\n")
        raise typer.Exit


@app.callback()
def options(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version and stop.", is_eager=True, callback=_show_version),
    ] = False,
) -> None:
    """News articles in, a graph of who did what to whom out, with the sentence behind every edge."""


@app.command()
def doctor(
    *, as_json: Annotated[bool, typer.Option("--json", help="JSON lines instead of a table.")] = False
) -> None:
    """Check versions, model, store and schema, and say how to mend what is wrong."""
    from extract import checkup as extract_checkup
    from graph import checkup as graph_checkup
    from graph import console
    from graph.catalogue import checkup as catalogue_checkup

    findings = [*graph_checkup.findings(), *catalogue_checkup.findings(), *extract_checkup.findings()]
    console.print_rows([finding.row() for finding in findings], as_json=as_json)
    if not all(finding.good for finding in findings):
        raise typer.Exit(1)


for commands in (local_commands, extract_commands, graph_commands, correction_commands, api_commands):
    commands.register(app)
export_commands.register(app)
analysis_commands.register(app)
actors = typer.Typer(help="Who is who: the actor catalogue, and what to judge.", no_args_is_help=True)
catalogue_commands.register(actors)
identity_commands.register(app, actors)
app.add_typer(actors, name="actors")


def main() -> None:
    """Run the program; an error that was foreseen is one message and an exit code, never a traceback."""
    _speak_utf8()
    try:
        try:
            app()
        finally:
            # Here and not at Python's own end, so that a full disk is a message and an exit code.
            sys.stdout.flush()
    except AppError as error:
        _fail(str(error))
    except BrokenPipeError:
        # The reader of our output has had enough; Python must not complain of it at exit.
        _silence_stdout()
        sys.exit(141)
    except OSError as error:
        if os.environ.get("NEWSGRAPH_DEBUG"):
            raise
        _silence_stdout()
        _fail(
            _unforeseen(error)
            if error.filename
            else f"the output cannot be written ({error.strerror or error})"
        )
    except Exception as error:
        if os.environ.get("NEWSGRAPH_DEBUG"):
            raise
        _fail(_unforeseen(error))


def _speak_utf8() -> None:
    """Write UTF-8 into files and pipes whatever the locale: other programs read our lines, also ours."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _silence_stdout() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unforeseen(error: Exception) -> str:
    from pydantic import ValidationError

    if isinstance(error, ValidationError) and error.title == "Settings":
        first = error.errors()[0]
        return f"setting {first['loc'][0]}: {first['msg']} (given: {first['input']!r})"
    return (
        f"an error that newsgraph should have foreseen: {type(error).__name__}: {error}\n"
        "Run it again with NEWSGRAPH_DEBUG=1 and report what it prints."
    )


def _fail(message: str) -> None:
    sys.stderr.write(f"newsgraph: {message}\n")
    sys.exit(1)


if __name__ == "__main__":
    main()
