"""What a row of coded event data says, whatever its format."""

from typing import NamedTuple

from graph.coded.codes import Coding


class Party(NamedTuple):
    """A side of a row: its name, and what the row says of it.

    `country` is a name or a code as the format writes it; `role` is set where the name is that of a role ("POLICE")
    and means somebody in that country only.
    """

    name: str
    country: str = ""
    sector: str = ""
    wikidata: str = ""
    role: bool = False


class CodedRow(NamedTuple):
    """That a source did something to a target, as somebody coded it.

    `event` is the dataset's id of the row; where it has none, rows that say the same are one. `country` is where it
    happened.
    """

    event: str | None
    source: Party
    target: Party | None
    coding: Coding
    date: str
    country: str = ""


class BadRow(NamedTuple):
    """A row that cannot be used, and why."""

    reason: str


class Doerless(NamedTuple):
    """A row that does not say who acts: it states nothing of anybody."""


class Heading(NamedTuple):
    """A line that names the columns."""


Found = CodedRow | BadRow | Doerless | Heading
