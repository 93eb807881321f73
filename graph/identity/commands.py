"""Commands on who is who: `newsgraph actors …` and `newsgraph judgements …`."""

import getpass
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from graph.corrections.ledger import Listed as ListedCorrection
    from graph.identity.judgement import Judgement
    from graph.identity.ledger import Listed
    from graph.identity.references import Reference
    from graph.store import Store

AsJson = Annotated[bool, typer.Option("--json", help="JSON lines instead of a table.")]
Because = Annotated[str, typer.Option("--because", help="Why; others will read it.")]
By = Annotated[str, typer.Option("--by", help="Who judges; else your login.")]
One = Annotated[str, typer.Argument(metavar="ID", help="Id of an actor.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="Id of another.")]


def register(app: typer.Typer, actors: typer.Typer) -> None:
    """Add the commands to the program and to its group `actors`."""
    for command in (merge, split, unsure, candidates, roles):
        actors.command()(command)
    judgements = typer.Typer(
        help="The ledger of who is who, of claims and of publishers.", no_args_is_help=True
    )
    judgements.command("list")(list_judgements)
    judgements.command("undo")(undo)
    judgements.command("export")(export)
    judgements.command("import")(import_judgements)
    app.add_typer(judgements, name="judgements")


def merge(one: One, other: Other, *, because: Because, by: By = "", as_json: AsJson = False) -> None:
    """Judge that two actors are one."""
    with _store() as store:
        _judge(store, "same", [(_find(store, one), _find(store, other))], because, by, as_json=as_json)


def split(
    one: One,
    other: Annotated[str, typer.Argument(metavar="[OTHER]", help="Id of another, which it is not.")] = "",
    *,
    article: Annotated[
        list[str] | None,
        typer.Option(
            "--article", help="Id of an article that means another than the rest do; may be repeated."
        ),
    ] = None,
    because: Because,
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Judge that two actors are different, or that an id means somebody else in some articles.

    With several articles, these mean one and the same. An actor that a judgement joined comes apart by undoing it:
    `newsgraph judgements undo`.
    """
    from graph.errors import InputError

    articles = article or []
    if bool(other) == bool(articles):
        raise InputError("name another actor, or with --article the articles that mean somebody else")
    with _store() as store:
        if other:
            pairs = [(_find(store, one), _find(store, other))]
            _judge(store, "different", pairs, because, by, as_json=as_json)
            return
        whole = _find(store, one)
        single = [_find(store, whole.identity, each) for each in dict.fromkeys(articles)]
        together = [(single[0], each) for each in single[1:]]
        _judge(
            store,
            "different",
            [(each, whole) for each in single],
            because,
            by,
            same=together,
            as_json=as_json,
        )


def unsure(one: One, other: Other, *, because: Because, by: By = "", as_json: AsJson = False) -> None:
    """Note that nobody can tell whether two actors are one; they are no candidates any more."""
    with _store() as store:
        _judge(store, "unsure", [(_find(store, one), _find(store, other))], because, by, as_json=as_json)


def candidates(
    actor: Annotated[str, typer.Argument(help="Only those that may be this actor.")] = "",
    *,
    kind: Annotated[str, typer.Option(help="Only of this kind.")] = "",
    limit: Annotated[int, typer.Option(min=1, help="How many pairs.")] = 25,
    as_json: AsJson = False,
) -> None:
    """Show actors that may be one, with what speaks for it and what against."""
    from graph import console
    from graph.identity import candidates as finding

    with _store() as store:
        if actor:
            found = finding.candidates_of(store, actor, limit=limit)
        else:
            with console.progress("reading actors") as advance:
                found = finding.candidates(store, kind=kind or None, limit=limit, advance=advance)
    rows = [
        {
            "one": each.left["id"],
            "other": each.right["id"],
            "degree": each.degree,
            "for": "; ".join(each.speaks_for),
            "against": "; ".join(each.speaks_against),
        }
        for each in found
    ]
    console.print_rows(rows, as_json=as_json)


def roles(actor: One, *, as_json: AsJson = False) -> None:
    """Show which offices an actor held when, or who held those of a body, by which articles."""
    from graph import console
    from graph import roles as offices

    with _store() as store:
        found = offices.roles(store, actor)
    console.print_rows([each.row() for each in found], as_json=as_json)


def list_judgements(
    about: Annotated[
        str, typer.Argument(help="Only those about this id of an actor, claim or article, or this publisher.")
    ] = "",
    *,
    decision: Annotated[str, typer.Option(help="Only same, different, unsure, reject, accept or rate.")] = "",
    by: Annotated[str, typer.Option("--by", help="Only this maker's.")] = "",
    state: Annotated[str, typer.Option(help="Only what became so: holds, partly, overruled.")] = "",
    withdrawn: Annotated[bool, typer.Option("--withdrawn", help="Those that were undone.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="How many.")] = 100,
    as_json: AsJson = False,
) -> None:
    """List judgements, the latest first, with what became of each."""
    from graph import console
    from graph.corrections import correction
    from graph.corrections import ledger as corrections
    from graph.errors import InputError
    from graph.identity import ledger
    from graph.identity.judgement import DECISIONS

    known = (*DECISIONS, *correction.DECISIONS)
    for what, given, those in (("--decision", decision, known), ("--state", state, ledger.STATES)):
        if given and given not in those:
            raise InputError(f"{what} {given!r} is none of {', '.join(those)}")
    filters: dict[str, Any] = {
        "decision": decision or None,
        "by": by or None,
        "state": state or None,
        "withdrawn": withdrawn,
    }
    with _store() as store:
        found = [_row(each) for each in ledger.judgements(store, actor=about or None, **filters, limit=limit)]
        corrected = corrections.corrections(store, about=about or None, **filters, limit=limit)
    rows = [*found, *(_correction_row(each) for each in corrected)]
    rows.sort(key=_at, reverse=True)
    console.print_rows(rows[:limit], as_json=as_json)


def undo(
    judgement: Annotated[str, typer.Argument(help="The judgement's id.")],
    *,
    because: Because,
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Withdraw a judgement: the graph is then as if it had never been made."""
    from graph import console
    from graph.corrections import ledger as corrections
    from graph.identity import ledger
    from graph.identity.judgement import now

    signed = {"because": because, "by": by or getpass.getuser(), "at": now()}
    with _store() as store:
        if judgement.startswith(corrections.PREFIX):
            gone = corrections.withdraw(store, judgement, **signed)
            row = _correction_row(corrections.Listed(gone, "withdrawn"))
        else:
            row = _row(ledger.Listed(ledger.withdraw(store, judgement, **signed), "withdrawn"))
    console.print_rows([row], as_json=as_json)


def export(
    file: Annotated[str, typer.Argument(help="The file to write; - for standard output.")] = "-",
) -> None:
    """Write all judgements that do not follow from articles as JSON lines, withdrawn ones too."""
    import sys

    from graph import console, ledger_lines
    from graph.errors import InputError

    with _store() as store:
        written = [f"{ledger_lines.to_line(each)}\n" for each in ledger_lines.all_kept(store)]
    if file == "-":
        sys.stdout.writelines(written)
        return
    try:
        Path(file).write_text("".join(written), encoding="utf-8")
    except OSError as error:
        raise InputError(f"{file}: cannot be written ({error.strerror or error})") from error
    console.note(f"{len(written)} judgements written to {file}")


def import_judgements(
    file: Annotated[str, typer.Argument(help="JSON lines of judgements; - for standard input.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Record judgements that others made, withdrawn ones too; what is there already stays as it is.

    Exit codes: 0 all recorded, 3 some lines rejected, 1 none recorded.
    """
    from graph import console
    from graph.identity import bringing_in

    with _store() as store:
        summary = bringing_in.bring_in(store, file)
    console.print_rows([summary.row()], as_json=as_json)
    raise typer.Exit(summary.exit_code)


@contextmanager
def _store() -> "Iterator[Store]":
    from graph import console, schema
    from graph.settings import Settings
    from graph.store import open_store

    with open_store(Settings(), announce=console.note) as store:
        schema.prepare(store)
        yield store


def _find(store: "Store", text: str, article: str | None = None) -> "Reference":
    from graph.identity import ledger

    return ledger.find(store, text, article)


def _judge(
    store: "Store",
    decision: str,
    pairs: "list[tuple[Reference, Reference]]",
    because: str,
    by: str,
    *,
    same: "list[tuple[Reference, Reference]] | None" = None,
    as_json: bool,
) -> None:
    from graph import console
    from graph.identity import ledger
    from graph.identity.judgement import judgement, now

    at, maker = now(), by or getpass.getuser()
    made: list[Judgement] = [
        judgement(what, left, right, reason=because, by=maker, at=at)
        for what, sides in ((decision, pairs), ("same", same or []))
        for left, right in sides
    ]
    found = ledger.make(store, made)
    console.print_rows([_row(each) for each in found], as_json=as_json)
    for each in found:
        for other in ledger.against(store, each.judgement):
            console.note(f"{other.judgement} does not hold any more; undo it, or the new one")


def _at(row: Mapping[str, Any]) -> tuple[str, str]:
    return str(row["at"]), str(row["id"])


def _correction_row(listed: "ListedCorrection") -> Mapping[str, Any]:
    from graph.corrections.printing import row

    return row(listed)


def _row(listed: "Listed") -> Mapping[str, Any]:
    made = listed.judgement
    row: dict[str, Any] = {
        "id": made.id,
        "one": str(made.left),
        "decision": made.decision,
        "other": str(made.right),
        "state": listed.state,
        "because": made.reason,
        "by": made.by,
        "at": made.at,
        "against": ", ".join(listed.against),
    }
    if made.withdrawn_at is not None:
        row |= {
            "withdrawn_because": made.withdrawn_because,
            "withdrawn_by": made.withdrawn_by,
            "withdrawn_at": made.withdrawn_at,
        }
    return row
