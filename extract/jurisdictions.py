"""Of what an office is, as the actor catalogue writes it: a country's code, or the folded name of a body or province."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.cast import Member
from extract.gazetteer import DEMONYM, NAME, Known
from graph.catalogue.folding import folded
from graph.catalogue.offices import COUNTRY, ORGANIZATION, PLACE

_KINDS = {"Country": COUNTRY, "Place": PLACE, "Organization": ORGANIZATION}


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """What an office may be of; `names` are the ways in which the catalogue may write it."""

    kind: str
    names: tuple[str, ...]


def of_member(member: Member) -> Jurisdiction | None:
    """Return an actor of the article as what an office is of, None where it can be none."""
    kind = _KINDS.get(member.kind)
    if kind is None or (kind == COUNTRY and member.country is None):
        return None
    names = (
        [member.country or ""] if kind == COUNTRY else [folded(each) for each in (member.name, *member.names)]
    )
    return Jurisdiction(kind, tuple(dict.fromkeys(names)))


def of_known(known: Known, form: str) -> Jurisdiction | None:
    """Return an actor of the gazetteer under that form; a capital or a residence before a title is none."""
    kind = _KINDS.get(known.kind)
    if kind is None or known.form not in {NAME, DEMONYM}:
        return None
    if kind == COUNTRY:
        return Jurisdiction(kind, (known.country,)) if known.country is not None else None
    return Jurisdiction(kind, tuple(dict.fromkeys([folded(known.name), folded(form)])))


def each_name(jurisdictions: list[Jurisdiction]) -> Iterator[tuple[str, str]]:
    """Yield name and kind of each jurisdiction in order."""
    for each in jurisdictions:
        for name in each.names:
            yield name, each.kind
