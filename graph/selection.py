"""Which claims count: the filters that the API, exports and analysis share, and the connections that pass them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from graph import ontology
from graph.corrections.correction import RATINGS
from graph.dates import bounds
from graph.errors import InputError
from graph.model import Claim, Extraction
from graph.store import Row, Store

Voice = Literal["own", "others", "any"]
VOICES: tuple[Voice, ...] = get_args(Voice)
_PAIRS = 500  # of one query
_CLAIMS = 2000


@dataclass(frozen=True, slots=True)
class Selection:
    """Filters on claims; what is empty or None filters nothing.

    `rating` leaves publishers that are rated so or better. `voice` is "own" for claims in a writer's own voice, "others" for those that somebody reports. The window is
    half-open; a claim without a date has that of its article.
    """

    relations: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ("asserted",)
    publisher: str | None = None
    rating: str | None = None
    voice: Voice = "any"
    date_from: date | None = None
    date_to: date | None = None

    def __post_init__(self) -> None:
        """Raise InputError where a name is unknown: an empty answer would look like a fact."""
        known = ontology.load()
        for what, given, names in (
            ("relation", self.relations, known.relations),
            ("status", self.statuses, known.statuses),
            ("voice", (self.voice,), VOICES),
            ("rating", (self.rating,) if self.rating else (), RATINGS),
        ):
            for each in given:
                if each not in names:
                    raise InputError(f"{what} {each!r} is none of {', '.join(names)}")

    @property
    def parameters(self) -> dict[str, Any]:
        """The parameters of the queries of `cypher/export`."""
        return {
            "relations": list(self.relations) or None,
            "statuses": list(self.statuses) or None,
            "publisher": self.publisher,
            "rating": self.rating,
            "voice": self.voice,
            "date_from": self.date_from.isoformat() if self.date_from else None,
            "date_to": self.date_to.isoformat() if self.date_to else None,
        }

    def trusted(self, store: Store) -> frozenset[str] | None:
        """Return the publishers of the rating or better, None where none is asked for."""
        if self.rating is None:
            return None
        rows = store.read("export/rated_publishers", rating=self.rating)
        return frozenset(row["name"] for row in rows)

    def passes(self, claim: Claim, extraction: Extraction, trusted: frozenset[str] | None = None) -> bool:
        """Return whether a claim of an extraction passes; `trusted` is what that method returned."""
        first, last = bounds(claim.date)
        published = extraction.article.published
        return (
            (not self.relations or claim.relation in self.relations)
            and (not self.statuses or claim.status in self.statuses)
            and (self.publisher is None or extraction.article.publisher == self.publisher)
            and (trusted is None or extraction.article.publisher in trusted)
            and (self.voice == "any" or (self.voice == "others") == bool(claim.said_by))
            and _from(last or published, self.date_from)
            and _before(first or published, self.date_to)
        )

    def __str__(self) -> str:
        window = f"{self.date_from or '…'}–{self.date_to or '…'}"
        parts = [
            ", ".join(self.relations) or "all relations",
            ", ".join(self.statuses) or "all statuses",
            window,
        ]
        if self.publisher is not None:
            parts.append(f"publisher {self.publisher}")
        if self.rating is not None:
            parts.append(f"publishers rated {self.rating} or better")
        if self.voice != "any":
            parts.append(f"voice {self.voice}")
        return "; ".join(parts)


ALL = Selection(statuses=())


def connections(store: Store, selection: Selection) -> Iterator[Row]:
    """Yield a row for each source, target and relation that a selected claim states, pair by pair.

    A symmetric relation goes from the smaller id to the larger. Fields: source, target, relation, symmetric,
    claim_count, article_count, publisher_count, own_voice_count, coded_count, first_date, last_date, confidence, days
    (the days of the claims, sorted).
    """
    symmetric = [each.name for each in ontology.load().relations.values() if each.symmetric]
    after = ""
    while pairs := [row["pair"] for row in store.read("export/next_pairs", after=after, limit=_PAIRS)]:
        yield from store.read("export/connections", pairs=pairs, symmetric=symmetric, **selection.parameters)
        after = pairs[-1]


def claims(store: Store, selection: Selection) -> Iterator[Row]:
    """Yield the claims that pass, in order of their ids, with their articles; rejected ones never do.

    `evidence` is "sentence", or "coded, no sentence" for what others coded.
    """
    after = ""
    while rows := store.read("export/next_claims", after=after, limit=_CLAIMS, **selection.parameters):
        yield from (row for row in rows if row["passes"])
        after = rows[-1]["id"]


def actors(store: Store) -> Iterator[Row]:
    """Yield all actors, in order of their ids."""
    after = ""
    while rows := store.read("export/next_actors", after=after, limit=5000):
        yield from (row["actor"] for row in rows)
        after = rows[-1]["actor"]["id"]


def _from(day: str | None, first: date | None) -> bool:
    return first is None or (day is not None and day >= first.isoformat())


def _before(day: str | None, end: date | None) -> bool:
    return end is None or (day is not None and day < end.isoformat())
