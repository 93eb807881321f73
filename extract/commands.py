"""Commands of the extractor: extract, run, explain."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from extract.pipeline import Extractor

AsJson = Annotated[bool, typer.Option("--json", help="JSON lines instead of a table.")]
Inputs = Annotated[
    list[str],
    typer.Argument(help="Text, HTML or JSON-lines files (.gz too), folders of them, - for standard input."),
]
Pipeline = Annotated[str, typer.Option("--pipeline", help="spaCy pipeline; else NEWSGRAPH_PIPELINE.")]
ActorsFile = Annotated[
    Path | None, typer.Option("--actors", help="Actor catalogue; else actors.sqlite in the data directory.")
]
AnyLanguage = Annotated[
    bool, typer.Option("--any-language", help="Read articles that are not in English too.")
]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    for command in (extract, run, explain):
        app.command()(command)


def extract(
    inputs: Inputs,
    *,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write (.gz too); else standard output.")
    ] = None,
    pipeline: Pipeline = "",
    any_language: AnyLanguage = False,
    actors: ActorsFile = None,
) -> None:
    """Read articles and write what they claim, one JSON line an article.

    Exit codes: 0 all written or skipped with a note, 3 some rejected, 1 nothing done, 2 wrong usage.
    """
    from extract.batch import Batch, write_lines

    batch = Batch(inputs, any_language=any_language)
    extractor = _opened(pipeline, actors)
    write_lines(batch.extractions(extractor), output)
    batch.report()
    raise typer.Exit(batch.exit_code)


def run(
    inputs: Inputs,
    *,
    pipeline: Pipeline = "",
    any_language: AnyLanguage = False,
    actors: ActorsFile = None,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Leave the articles' text out of the graph.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Read articles and load what they claim into the graph, in one go."""
    from extract.batch import Batch
    from graph import console, feeding, schema
    from graph.settings import Settings
    from graph.store import open_store

    batch = Batch(inputs, any_language=any_language)
    extractor = _opened(pipeline, actors)
    with open_store(Settings(), announce=console.note) as store:
        schema.prepare(store)
        summary = feeding.feed(store, batch.extractions(extractor), with_text=not no_text)
    batch.report()
    # What was read well may still be no line of a graph: an id of thousands of characters.
    refused = summary.exit_code if summary.counts["rejected"] else 0
    summary.counts["rejected"] += batch.counts["rejected"]
    console.print_rows([summary.row()], as_json=as_json)
    raise typer.Exit(batch.exit_code or refused)


def explain(
    text: Annotated[str, typer.Argument(help="A sentence or more, - for standard input.")],
    *,
    pipeline: Pipeline = "",
    actors: ActorsFile = None,
    as_json: AsJson = False,
) -> None:
    """Say why a sentence makes its claims, or none: the parse and the rules that fired."""
    import sys

    from extract import explaining
    from graph import console

    given = sys.stdin.read() if text == "-" else text
    explanations = _opened(pipeline, actors).explain(given)
    if as_json:
        console.print_rows([explaining.row(each) for each in explanations], as_json=True)
        return
    for each in explanations:
        console.print_rows(explaining.parse_rows(each), as_json=False, title=each.sentence)
        rows: list[dict[str, Any]] = explaining.claim_rows(each)
        if rows:
            console.print_rows(rows, as_json=False)
        for reason in each.notes:
            console.note(f"no claim: {reason}")


def _opened(pipeline: str, actors: Path | None) -> "Extractor":
    from graph.catalogue.commands import path
    from graph.catalogue.lookup import Catalogue
    from graph.errors import ExtraMissingError
    from graph.settings import Settings

    name = pipeline or Settings().pipeline
    try:
        from extract.pipeline import Extractor
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] in {"extract", "graph"}:
            raise
        raise ExtraMissingError(
            f"this command needs the extractor ({error.name} is not installed): pip install 'newsgraph[extract]'"
        ) from error
    return Extractor.open(name, Catalogue.open(path(actors), required=actors is not None))
