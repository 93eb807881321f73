"""The filters of a selection as options of the command line."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import date

    from graph.selection import Selection

Relations = Annotated[
    list[str] | None, typer.Option("--relation", "-r", help="Only this relation; may be repeated.")
]
Statuses = Annotated[
    list[str] | None,
    typer.Option("--status", help="Only claims of this status, or `any`; asserted unless given."),
]
Publisher = Annotated[str, typer.Option("--publisher", help="Only this publisher's claims.")]
Rating = Annotated[str, typer.Option("--rating", help="Only publishers rated so, from A to E, or better.")]
OfVoice = Annotated[
    str, typer.Option("--voice", help="own: in a writer's own voice; others: as somebody says; any.")
]
Since = Annotated[str, typer.Option("--from", help="Only what happened on this day or later.")]
Until = Annotated[str, typer.Option("--to", help="Only what happened before this day.")]


def selection(
    relations: list[str] | None,
    statuses: list[str] | None,
    publisher: str,
    rating: str,
    voice: str,
    since: str,
    until: str,
    *,
    default: tuple[str, ...] = ("asserted",),
) -> "Selection":
    """Return what the options select.

    Raises:
        InputError: one of them is no relation, status, voice or day.

    """
    from graph.errors import InputError
    from graph.selection import VOICES, Selection

    chosen = next((each for each in VOICES if each == voice), None)
    if chosen is None:
        raise InputError(f"voice {voice!r} is none of {', '.join(VOICES)}")
    given = tuple(statuses) if statuses else default
    return Selection(
        tuple(relations or ()),
        () if given == ("any",) else given,
        publisher or None,
        rating or None,
        chosen,
        _day("--from", since),
        _day("--to", until),
    )


def _day(option: str, text: str) -> "date | None":
    from datetime import date

    from graph.errors import InputError

    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"{option} {text!r} is no day; write it as 2026-01-30") from error
