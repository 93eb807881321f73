"""Commands on single claims and on publishers: `newsgraph claims …` and `newsgraph publishers …`."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.store import Store

AsJson = Annotated[bool, typer.Option("--json", help="JSON lines instead of a table.")]
Because = Annotated[str, typer.Option("--because", help="Why; others will read it.")]
By = Annotated[str, typer.Option("--by", help="Who judges; else your login.")]
Claim = Annotated[str, typer.Argument(metavar="ID", help="The claim's id.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    claims = typer.Typer(help="Judging single claims.", no_args_is_help=True)
    claims.command()(reject)
    claims.command()(accept)
    app.add_typer(claims, name="claims")
    publishers = typer.Typer(help="Rating publishers.", no_args_is_help=True)
    publishers.command()(rate)
    publishers.command("list")(list_publishers)
    app.add_typer(publishers, name="publishers")


def reject(claim: Claim, *, because: Because, by: By = "", as_json: AsJson = False) -> None:
    """Judge that a claim is wrong: it makes no edge and no event, and stays to be read with the reason.

    It stays so when its article is loaded or extracted anew; `newsgraph judgements undo` takes it back.
    """
    _judge("reject", claim, because, by, as_json=as_json)


def accept(claim: Claim, *, because: Because, by: By = "", as_json: AsJson = False) -> None:
    """Judge that a claim is right, whatever was judged of it before."""
    _judge("accept", claim, because, by, as_json=as_json)


def rate(
    publisher: Annotated[str, typer.Argument(metavar="NAME", help="The publisher, as articles name it.")],
    grade: Annotated[str, typer.Argument(metavar="A..E", help="From A, the best, to E.")],
    *,
    because: Because,
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Rate a publisher; views can leave out those that are rated lower, or not at all."""
    from graph import console
    from graph.corrections import ledger
    from graph.corrections.correction import rating
    from graph.corrections.printing import row

    made = rating(publisher, grade.upper(), reason=because, by=by or getpass.getuser())
    with _store() as store:
        if not store.read("corrections/publisher", publisher=publisher)[0]["articles"]:
            console.note(f"no article in the graph is of a publisher {publisher!r} yet")
        ledger.record(store, made)
        listed = ledger.get(store, made.id)
    console.print_rows([row(listed)], as_json=as_json)


def list_publishers(
    *, limit: Annotated[int, typer.Option(min=1, help="How many.")] = 1000, as_json: AsJson = False
) -> None:
    """List publishers, with their ratings and how many articles are theirs."""
    from graph import console

    with _store() as store:
        found = store.read("corrections/publishers", skip=0, limit=limit)
    console.print_rows(found, as_json=as_json)


def _judge(decision: str, claim: str, because: str, by: str, *, as_json: bool) -> None:
    from graph import console
    from graph.corrections import ledger
    from graph.corrections.printing import row

    with _store() as store:
        listed = ledger.judge(store, decision, claim, reason=because, by=by or getpass.getuser())
    console.print_rows([row(listed)], as_json=as_json)


@contextmanager
def _store() -> "Iterator[Store]":
    from graph import console, schema
    from graph.settings import Settings
    from graph.store import open_store

    with open_store(Settings(), announce=console.note) as store:
        schema.prepare(store)
        yield store
