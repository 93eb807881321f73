"""Of what an office is, as the actor catalogue writes it: a country's code, or the folded name of a body or province."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.cast import Member
from extract.gazetteer import DEMONYM, NAME, Known
from graph.catalogue import offices
from graph.catalogue.folding import folded
from graph.catalogue.offices import COUNTRY, ORGANIZATION, PLACE

_KINDS = {"Country": COUNTRY, "Place": PLACE, "Organization": ORGANIZATION}


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """What an office may be of; `names` are the ways in which the catalogue may write it.

    `country` is that of a body of one country, some of whose offices are the country's: the CIA's director.
    """

    kind: str
    names: tuple[str, ...]
    country: str | None = None

    def offices(self, title: str) -> Iterator[tuple[str, str]]:
        """Yield the canonical offices that a title may mean here, each with of what it is."""
        table = offices.load()
        for name in self.names:
            if (office := table.canonical(title, name, self.kind)) is not None:
                yield office, name
        if self.kind == ORGANIZATION and self.country is not None:
            own = [title] if any(f" {name} " in f" {offices.normal(title)} " for name in self.names) else []
            for words in (*own, *(f"{name} {title}" for name in self.names)):
                # "the CIA director", "the Treasury secretary"; a bare "director" or "president" is the body's own.
                office = table.canonical(words, self.country, COUNTRY)
                if office is not None:
                    yield office, self.country


def of_member(member: Member) -> Jurisdiction | None:
    """Return an actor of the article as what an office is of, None where it can be none."""
    kind = _KINDS.get(member.kind)
    if kind is None or (kind == COUNTRY and member.country is None):
        return None
    names = (
        [member.country or ""] if kind == COUNTRY else [folded(each) for each in (member.name, *member.names)]
    )
    return Jurisdiction(kind, tuple(dict.fromkeys(names)), member.country)


def of_known(known: Known, form: str) -> Jurisdiction | None:
    """Return an actor of the gazetteer under that form; a capital or a residence before a title is none."""
    kind = _KINDS.get(known.kind)
    if kind is None or known.form not in {NAME, DEMONYM}:
        return None
    if kind == COUNTRY:
        return Jurisdiction(kind, (known.country,)) if known.country is not None else None
    return Jurisdiction(kind, tuple(dict.fromkeys([folded(known.name), folded(form)])), known.country)
