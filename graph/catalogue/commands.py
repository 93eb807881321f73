"""Commands of the actor catalogue: import, find, holder."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from graph.catalogue.lookup import Catalogue

AsJson = Annotated[bool, typer.Option("--json", help="JSON lines instead of a table.")]
ActorsFile = Annotated[
    Path | None, typer.Option("--actors", help="The catalogue; else actors.sqlite in the data directory.")
]
OnDate = Annotated[str, typer.Option("--on", help="An ISO date, month or year.")]


def register(actors: typer.Typer) -> None:
    """Add the commands to those on actors."""
    actors.command(name="import")(import_)
    actors.command()(find)
    actors.command()(holder)


def import_(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Our CSV, a table of office holders, FollowTheMoney or Wikidata JSON lines; .gz too."
        ),
    ],
    *,
    form: Annotated[
        str,
        typer.Option("--format", help="csv, holders, followthemoney or wikidata; else told by the content."),
    ] = "",
    actors: ActorsFile = None,
    as_json: AsJson = False,
) -> None:
    """Add actors and the offices they held to the catalogue that extraction reads.

    Exit codes: 0 all rows imported, 3 some refused, 1 nothing done, 2 wrong usage.
    """
    from graph import console
    from graph.catalogue import importing

    if form and form not in importing.FORMATS:
        raise typer.BadParameter(f"one of {', '.join(importing.FORMATS)}", param_hint="--format")
    summary = importing.import_files(files, path(actors), form=form or None)
    console.print_rows([summary.row()], as_json=as_json)
    raise typer.Exit(summary.exit_code)


def find(
    name: Annotated[str, typer.Argument(help="A full name, an alias or a surname.")],
    *,
    on: OnDate = "",
    actors: ActorsFile = None,
    as_json: AsJson = False,
) -> None:
    """Say who of the catalogue bears a name, and which offices they held."""
    from graph import console

    with opened(actors) as catalogue:
        console.print_rows(_found(catalogue, name, on), as_json=as_json)


def holder(
    office: Annotated[
        str, typer.Argument(help='A title: "president", "foreign minister", "secretary of state".')
    ],
    of: Annotated[str, typer.Argument(help="A country by name or code, an organization, province or state.")],
    *,
    on: OnDate = "",
    actors: ActorsFile = None,
    as_json: AsJson = False,
) -> None:
    """Say who held an office at a date (today without --on), and how that is known."""
    from datetime import UTC, datetime

    from graph import console
    from graph.catalogue import offices

    when = _period(on or datetime.now(UTC).date().isoformat())
    jurisdiction, kind = offices.jurisdiction(of)
    canonical = offices.office_of(office, jurisdiction, kind)
    with opened(actors) as catalogue:
        held = catalogue.holders(canonical, jurisdiction, when)
    rows = [
        {
            "id": each.entry.id, "name": each.entry.name, "office": canonical, "of": jurisdiction,
            "start": each.term.start, "end": each.term.end, "source": each.term.source,
            "why": _why(each.certainty, each.term.end, each.term.known_until, several=len(held) > 1),
        }
        for each in held
    ]  # fmt: skip
    console.print_rows(rows, as_json=as_json)


def _found(catalogue: "Catalogue", name: str, on: str) -> list[dict[str, Any]]:
    from graph.catalogue.periods import covers

    full = catalogue.named(name)
    found = [(each, "name or alias") for each in full]
    found += [
        (each, "surname") for each in catalogue.surnamed(name) if each.id not in {one.id for one in full}
    ]
    when = _period(on) if on else None
    rows: list[dict[str, Any]] = []
    for entry, why in found:
        terms = [
            term for term in catalogue.terms(entry)
            if when is None or covers(when, term.start, term.end, term.known_until)
        ]  # fmt: skip
        shown = "; ".join(
            f"{each.office} of {each.of} {each.start or '?'}–{each.end or ''}" for each in terms
        )
        rows.append(
            {
                "id": entry.id, "name": entry.name, "kind": entry.kind, "country": entry.country,
                "aliases": ", ".join(entry.aliases) or None, "offices": shown or None, "found by": why,
            }
        )  # fmt: skip
    return rows


def _why(certainty: str, end: str | None, known_until: str | None, *, several: bool) -> str:
    if certainty == "certain":
        return "in office at the whole of that date"
    if end is None and not several:
        return f"in office when last known of ({known_until or 'the start'})"
    return "one of several that may be" if several else "in office at a part of that date"


def _period(on: str) -> Any:  # noqa: ANN401 - a period, imported where it is needed
    from graph.catalogue.periods import period
    from graph.errors import InputError

    try:
        return period(on)
    except ValueError as error:
        raise InputError(f"--on: {error}") from error


def path(given: Path | None) -> Path:
    """Return the file of the catalogue: the given one, else that of the data directory."""
    from graph.catalogue.lookup import FILE_NAME
    from graph.settings import Settings

    return given if given is not None else Settings().data_dir / FILE_NAME


def opened(given: Path | None) -> Any:  # noqa: ANN401 - a context manager of Catalogue
    """Return the catalogue as a context that closes it; a given file must be there."""
    from contextlib import closing

    from graph.catalogue.lookup import Catalogue

    return closing(Catalogue.open(path(given), required=given is not None))
