"""A file of coded event data as one article: its actors, and a claim a row that states something of somebody."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, get_args

from graph import console, loading_rows, ontology
from graph.bulk.staging import Stage, StagedClaim
from graph.catalogue.lookup import Catalogue
from graph.coded import files
from graph.coded.formats import gdelt, icews, polecat
from graph.coded.parties import Parties
from graph.coded.rows import BadRow, CodedRow, Found, Heading, Party
from graph.errors import InputError
from graph.events import moments
from graph.identity import traits
from graph.ids import key, sha256
from graph.model import Actor

Format = Literal["icews", "gdelt", "polecat"]
FORMATS: tuple[Format, ...] = get_args(Format)
_READERS: dict[Format, Callable[[Iterator[Sequence[str]]], Iterator[Found]]] = {
    "icews": icews.read,
    "gdelt": gdelt.read,
    "polecat": polecat.read,
}
_CONFIDENCE = 0.5  # nobody here has seen the sentence
_LONGEST = 3000  # bytes of a name, as in extraction lines
_MOST_NOTES = 20  # bad rows of a file that are told one by one
_STEP = 10_000  # rows between two steps of the progress bar


def article_id(path: Path, form: Format) -> str:
    """Return the id of the article that a file is: a file of the same name replaces it."""
    return f"{form}:{path.name}"


def stage_file(
    stage: Stage, path: Path, form: Format, catalogue: Catalogue, *, whole: str | None = None
) -> Counter[str]:
    """Stage a file as one article; a row that cannot be used is said and counted.

    Args:
        stage: where to.
        path: the file.
        form: what its rows are.
        catalogue: who is who.
        whole: the hash by which the file is known again, where the article is staged with it.

    Returns:
        How many rows were claims, bad, double, or without anybody who acts.

    Raises:
        InputError: the file cannot be read.

    """
    identity = article_id(path, form)
    found: Counter[str] = Counter()
    number = stage.article(identity)
    making = _Making(identity, form, Parties(identity, catalogue))
    with files.opened(path) as stream, console.progress(f"reading {path.name}") as advance:
        lines = files.Lines(stream)
        for row in _READERS[form](iter(lines)):
            if lines.number % _STEP == 0:
                advance(_STEP)
            if isinstance(row, CodedRow):
                claim = making.claim(row)
                if isinstance(claim, BadRow):
                    _note_bad(found, path, lines.number, claim.reason)
                else:
                    found["rows" if stage.claim(number, claim) else "double"] += 1
            elif isinstance(row, BadRow):
                _note_bad(found, path, lines.number, row.reason)
            elif not isinstance(row, Heading):
                found["doerless"] += 1
    if not found["rows"]:
        raise InputError(f"{path}: holds no row of {form} that could be used")
    stage.actors(number, making.mentions())
    described = making.article(path)
    stage.describe(number, {**described, "line_sha256": whole} if whole else described)
    return found


def line_sha256(path: Path, form: Format) -> str:
    """Return the hash by which a loaded file is known again: of its rows, and of how they are read."""
    return sha256(f"{form}:{files.digest(path)}")


def _note_bad(found: Counter[str], file: Path, line: int, reason: str) -> None:
    found["bad"] += 1
    if found["bad"] <= _MOST_NOTES:
        console.note(f"{file}:{line}: {reason}; the row is left out")
    elif found["bad"] == _MOST_NOTES + 1:
        console.note(f"{file}: more bad rows are counted and not named")


class _Making:
    """Claims and actors of one file."""

    def __init__(self, article: str, form: Format, parties: Parties) -> None:
        self._article = article
        self._form = form
        self._mark = sha256(article)[:8]
        self._parties = parties
        self._actors: dict[str, tuple[Actor, dict[str, None]]] = {}
        self._relations = ontology.load().relations
        self._fine: set[str] = set()

    def claim(self, row: CodedRow) -> StagedClaim | BadRow:
        for name in (row.source.name, row.target.name if row.target else "", row.event or ""):
            if name not in self._fine and (fault := _fault(name)):
                return BadRow(fault)
            if name != row.event:
                self._fine.add(name)
        source = self._known(row.source)
        target = self._known(row.target) if row.target else None
        place = self._parties.country(row.country) if row.country else None
        if place is not None:
            place = self._noted(place)
        coding = row.coding
        relation = self._relations[coding.relation]
        identity = self._claim_id(row)
        captioned = f"{source.name} {relation.display} {target.name if target else 'someone'}"
        properties: dict[str, Any] = {
            "id": identity,
            "key": key(identity),
            "relation": coding.relation,
            "status": coding.status,
            "mode": coding.mode,
            "plover": coding.plover,
            "cameo": coding.cameo,
            "source_text": row.source.name,
            "target_text": row.target.name if row.target else None,
            "date": row.date,
            "date_precision": "day",
            "date_basis": "explicit",
            "confidence": _CONFIDENCE,
            "rule": f"coded:{self._form}",
            "quad_class": relation.quad,
            "caption": captioned if coding.status == "asserted" else f"{captioned} [{coding.status}]",
            "day": row.date,
            "moment": moments.moment(
                status=coding.status, date=row.date, published=None, article=self._article
            ),
            "mark": identity,
            "place_country": place.country if place else None,
            "place_kind": place.kind if place else None,
            "date_from": row.date,
            "date_to": row.date,
        }
        return StagedClaim(
            identity,
            source.id,
            target.id if target else None,
            coding.relation,
            {name: value for name, value in properties.items() if value is not None},
            place.id if place else None,
        )

    def mentions(self) -> list[dict[str, Any]]:
        """Return what the file contributes to each actor, as `loading_rows.mentions` has it."""
        rows = []
        for position, (actor, names) in enumerate(self._actors.values()):
            part = traits.part(
                actor.id, actor.kind, country=actor.country, wikidata=actor.wikidata, names=names, roles=()
            )
            rows.append(loading_rows.mention(actor, part, position, names=list(names), places=[]))
        return rows

    def article(self, path: Path) -> dict[str, Any]:
        """Return the properties of the article."""
        return {
            "id": self._article,
            "key": key(self._article),
            "title": path.name,
            "publisher": self._form.upper(),
            "text": "",
            "sha256": sha256(""),
            "extractor": f"coded:{self._form}",
        }

    def _claim_id(self, row: CodedRow) -> str:
        if row.event is not None:
            # It leads from the claim to the row.
            return f"coded:{self._form}:{row.event}:{self._mark}"
        parts = (row.source.name, row.coding.cameo, row.target.name if row.target else "", row.date)
        return f"coded:{self._form}:{sha256(chr(0x1F).join((self._article, *map(str, parts))))[:20]}"

    def _known(self, party: Party) -> Actor:
        return self._noted(self._parties.actor(party))

    def _noted(self, actor: Actor) -> Actor:
        known = self._actors.get(actor.id)
        if known is None:
            self._actors[actor.id] = (actor, dict.fromkeys(actor.names))
            return actor
        known[1].update(dict.fromkeys(actor.names))
        return known[0]


def _fault(name: str) -> str | None:
    if len(name.encode()) > _LONGEST:
        return f"{name[:50]!r}… is too long; names and ids have at most {_LONGEST} bytes"
    return None
