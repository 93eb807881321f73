"""The command that exports."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph import selecting

if TYPE_CHECKING:
    from graph.selection import Selection
    from graph.store import Store

FORMATS = ("jsonl", "csv", "graphml", "gexf", "node-link", "followthemoney", "admin-import")
_EVERYTHING = ("jsonl", "admin-import")
AsJson = Annotated[bool, typer.Option("--json", help="JSON lines instead of a table.")]


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(export)


def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.")],
    output: Annotated[Path, typer.Argument(help="The file, for csv and admin-import the folder, to write.")],
    *,
    relation: selecting.Relations = None,
    status: selecting.Statuses = None,
    publisher: selecting.Publisher = "",
    rating: selecting.Rating = "",
    voice: selecting.OfVoice = "any",
    since: selecting.Since = "",
    until: selecting.Until = "",
    as_json: AsJson = False,
) -> None:
    """Write the graph, or what passes the filters, for other programs.

    Without filters jsonl holds everything, so that loading it elsewhere gives the same graph; the other formats hold
    what is asserted. admin-import is always the whole graph, for neo4j-admin and `newsgraph import`.
    """
    from graph import console
    from graph.errors import InputError
    from graph.settings import Settings
    from graph.store import open_store

    if form not in FORMATS:
        raise typer.BadParameter(f"one of {', '.join(FORMATS)}", param_hint="FORMAT")
    default = () if form in _EVERYTHING else ("asserted",)
    chosen = selecting.selection(relation, status, publisher, rating, voice, since, until, default=default)
    with open_store(Settings(), announce=console.note) as store:
        try:
            rows = _written(store, form, chosen, output)
        except OSError as error:
            raise InputError(f"{output}: cannot be written ({error.strerror or error})") from error
    console.print_rows([{"what": what, "count": count} for what, count in rows.items()], as_json=as_json)


def _written(store: "Store", form: str, chosen: "Selection", output: Path) -> dict[str, int]:
    from graph.errors import InputError
    from graph.exports import admin, followthemoney, lines, tables
    from graph.selection import ALL

    if form == "admin-import":
        if chosen != ALL:
            raise InputError("admin-import writes the whole graph; leave the filters out, or export jsonl")
        return admin.write(store, output)
    if form == "csv":
        return tables.write(store, chosen, output)
    if form == "jsonl":
        return {"lines": lines.write(store, chosen, output)}
    if form == "followthemoney":
        return {"entities": followthemoney.write(store, chosen, output)}
    return _network(store, form, chosen, output)


def _network(store: "Store", form: str, chosen: "Selection", output: Path) -> dict[str, int]:
    from graph import console
    from graph.analysis.projection import Projection, project
    from graph.exports import networks

    with console.progress("reading connections") as advance:
        found = project(store, Projection(chosen), advance=advance)
    write = {
        "graphml": networks.write_graphml,
        "gexf": networks.write_gexf,
        "node-link": networks.write_node_link,
    }[form]
    write(found, output)
    return {"actors": len(found), "connections": found.number_of_edges()}
