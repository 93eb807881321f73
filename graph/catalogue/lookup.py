"""Look-ups in the catalogue: the user's file laid over the table that ships."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from graph.catalogue import shipped, storage
from graph.catalogue.folding import folded
from graph.catalogue.periods import Period, covers, period
from graph.catalogue.records import Entry, Term
from graph.errors import InputError

FILE_NAME = "actors.sqlite"
_FIELDS = "entry.id, kind, entry.name, wikidata, country, sector, gender, description"


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds an office at a date, and how sure that is: "certain" or "possible" (see periods.covers)."""

    entry: Entry
    term: Term
    certainty: str


class Catalogue:
    """Answers from the layers of a catalogue, the upper first; all look-ups go through an index."""

    def __init__(self, layers: Iterable[sqlite3.Connection]) -> None:
        self._layers = tuple(layers)

    @classmethod
    def open(cls, path: Path | None, *, required: bool = False) -> "Catalogue":
        """Return the catalogue of a file over what ships; without the file, what ships alone.

        Raises:
            InputError: the file is required and not there.
            ConfigurationError: the file is no catalogue of this version.

        """
        if path is None or not path.exists():
            if required:
                raise InputError(f"{path}: there is no actor catalogue; newsgraph actors import makes one")
            return cls([shipped.connection()])
        return cls([storage.opened(path), shipped.connection()])

    def close(self) -> None:
        """Close the files."""
        for layer in self._layers:
            layer.close()

    def sizes(self) -> tuple[int, ...]:
        """Return how many actors each layer has, the upper first."""
        return tuple(layer.execute("SELECT count(*) FROM entry").fetchone()[0] for layer in self._layers)

    def entry(self, identity: str) -> Entry | None:
        """Return the entry of that id, from the uppermost layer that has one."""
        for layer in self._layers:
            row = layer.execute(f"SELECT {_FIELDS} FROM entry WHERE id = ?", (identity,)).fetchone()  # noqa: S608
            if row is not None:
                return _entry(layer, row)
        return None

    def named(self, name: str, kind: str | None = None) -> tuple[Entry, ...]:
        """Return the entries of that full name or alias; one that several layers have comes once."""
        return self._by_name(folded(name), storage.NAME, kind)

    def surnamed(self, surname: str) -> tuple[Entry, ...]:
        """Return the persons who may be called by that surname."""
        return self._by_name(folded(surname), storage.SURNAME, "Person")

    def terms(self, entry: Entry) -> tuple[Term, ...]:
        """Return the terms of that actor in every layer, by start."""
        found: dict[tuple[str, str, str | None], Term] = {}
        for layer in self._layers:
            for each in self._alike(layer, entry):
                rows = layer.execute("SELECT * FROM term WHERE holder = ?", (each,))
                for term in map(_term, rows):
                    found.setdefault((term.office, term.of, term.start), term)
        return tuple(sorted(found.values(), key=lambda term: (term.start or "", term.office)))

    def holders(self, office: str, of: str, on: str | Period) -> tuple[Holding, ...]:
        """Return who may hold an office at a date, each person once: several where it is not known for sure.

        Args:
            office: canonical title.
            of: ISO alpha-2 code or folded name of an organization, province or state.
            on: ISO date, month or year; the office must be held in all of it to be certain.

        """
        when = period(on) if isinstance(on, str) else on
        held = [
            (depth, *each)
            for depth, layer in enumerate(self._layers)
            for each in _terms_of(layer, office, of)
        ]
        found: list[tuple[int, Holding]] = []
        for depth, entry, term in held:
            certainty = covers(when, term.start, term.end, term.known_until)
            if certainty is None or (term.end is None and _followed(entry, term, held, when)):
                continue
            place = next((at for at, (_, each) in enumerate(found) if same(each.entry, entry)), None)
            if place is None:
                found.append((depth, Holding(entry, term, certainty)))
            elif certainty == "certain" and found[place][1].certainty != "certain":
                found[place] = (found[place][0], Holding(found[place][1].entry, term, certainty))
        return _decided(found)

    def holder(self, office: str, of: str, on: str | Period) -> Holding | None:
        """Return the one holder of an office at a date, None where nobody or more than one is known."""
        found = self.holders(office, of, on)
        return found[0] if len(found) == 1 else None

    def _by_name(self, key: str, part: int, kind: str | None) -> tuple[Entry, ...]:
        found: list[Entry] = []
        for layer in self._layers:
            rows = layer.execute(
                f"SELECT {_FIELDS} FROM name JOIN entry ON entry.id = name.entry"  # noqa: S608
                " WHERE folded = ? AND part = ?",
                (key, part),
            ).fetchall()
            for row in rows:
                if kind is not None and row[1] != kind:
                    continue
                entry = _entry(layer, row)
                place = next((at for at, each in enumerate(found) if same(each, entry)), None)
                if place is None or found[place].id in {each[0] for each in rows} - {entry.id}:
                    found.append(entry)
                else:
                    found[place] = _laid_over(found[place], entry)
        return tuple(found)

    def _alike(self, layer: sqlite3.Connection, entry: Entry) -> Iterator[str]:
        """Yield the ids under which a layer has that actor."""
        if layer.execute("SELECT 1 FROM entry WHERE id = ?", (entry.id,)).fetchone():
            yield entry.id
            return
        for other in Catalogue([layer]).named(entry.name, entry.kind):
            if same(entry, other):
                yield other.id


def same(left: Entry, right: Entry) -> bool:
    """Tell whether entries of two layers are one actor: one id, or one name where not both have a Wikidata id."""
    if left.id == right.id:
        return True
    if left.kind != right.kind or (left.wikidata and right.wikidata):
        return False
    if left.country and right.country and left.country != right.country:
        return False
    return not _forms(left).isdisjoint(_forms(right))


def _forms(entry: Entry) -> set[str]:
    return {folded(form) for form in (entry.name, *entry.aliases)}


def _laid_over(upper: Entry, lower: Entry) -> Entry:
    return replace(
        upper,
        aliases=tuple(dict.fromkeys([*upper.aliases, *lower.aliases])),
        surnames=tuple(dict.fromkeys([*upper.surnames, *lower.surnames])),
        country=upper.country or lower.country,
        gender=upper.gender or lower.gender,
        sector=upper.sector or lower.sector,
        description=upper.description or lower.description,
    )


def _terms_of(layer: sqlite3.Connection, office: str, of: str) -> Iterator[tuple[Entry, Term]]:
    rows = layer.execute(
        f"SELECT term.*, {_FIELDS} FROM term JOIN entry ON entry.id = holder"  # noqa: S608
        " WHERE office = ? AND jurisdiction = ? AND start <> ''",
        (office, of),
    ).fetchall()
    for row in rows:
        yield _entry(layer, row[7:]), _term(row[:7])


def _followed(entry: Entry, term: Term, held: list[tuple[int, Entry, Term]], when: Period) -> bool:
    """Tell whether an open term ended unnoticed, since another person's began after it and before the date."""
    return any(
        (other.start or "") > (term.start or "")
        and period(other.start or "").last <= when.first
        and not same(entry, each)
        for _, each, other in held
    )


def _decided(found: list[tuple[int, Holding]]) -> tuple[Holding, ...]:
    """Return the one whom the uppermost layer that is certain knows, else all who may be.

    One whose end a source never learnt of stands in nobody's way; any other of the same layer does.
    """
    certain = [(depth, each) for depth, each in found if each.certainty == "certain"]
    if certain:
        upper, chosen = min(certain, key=_depth)
        rivals = [each for depth, each in found if depth == upper and each is not chosen]
        if all(each.certainty != "certain" and each.term.end is None for each in rivals):
            return (chosen,)
    return tuple(each for _, each in found)


def _depth(found: tuple[int, Holding]) -> int:
    return found[0]


def _term(row: tuple[str, ...]) -> Term:
    holder, office, of, start, end, known_until, source = row
    return Term(holder, office, of, start or None, end, known_until or None, source)


def _entry(layer: sqlite3.Connection, row: tuple[str, ...]) -> Entry:
    identity, kind, name, wikidata, country, sector, gender, description = row
    names: tuple[list[str], list[str]] = ([], [])
    for part, form in layer.execute("SELECT part, form FROM name WHERE entry = ?", (identity,)):
        names[part].append(form)
    aliases = tuple(each for each in names[storage.NAME] if each != name)
    return Entry(
        identity,
        kind,
        name,
        aliases,
        tuple(names[storage.SURNAME]),
        wikidata,
        country,
        sector,
        gender,
        description,
    )
