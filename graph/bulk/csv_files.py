"""A complete stage as the files of `neo4j-admin database import`: the whole graph, what is derived included."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from graph.bulk import tables
from graph.bulk.derived import Stated, derived
from graph.bulk.identities import Identities, resolve
from graph.bulk.loading import stated
from graph.bulk.staging import Row, Stage
from graph.bulk.tables import Table
from graph.events.moments import thread
from graph.identity.judgement import properties as judgement_properties
from graph.ties import pair, tie

_STRING, _LONG, _DOUBLE, _STRINGS, _LONGS = "string", "long", "double", "string[]", "long[]"
_ARTICLE = {
    **dict.fromkeys(
        (
            "key",
            "url",
            "title",
            "publisher",
            "published",
            "language",
            "text",
            "sha256",
            "extractor",
            "signature",
        ),
        _STRING,
    ),
    "line_sha256": _STRING,
    "loaded_at": "datetime",
}
_CLAIM = {
    **dict.fromkeys(
        (
            "key", "relation", "mode", "plover", "cameo", "source_text", "target_text", "status", "condition", "trigger",
            "quote", "date", "date_precision", "date_basis", "role", "role_from", "role_to", "rule", "caption", "pair", "day", "thread", "moment", "mark", "place_country", "place_kind",
        ),
        _STRING,
    ),
    **dict.fromkeys(("trigger_start", "trigger_end", "start", "end", "stated_count", "position", "quad_class"), _LONG),
    "confidence": _DOUBLE,
    "date_from": "date",
    "date_to": "date",
}  # fmt: skip
_ACTOR = {
    **dict.fromkeys(("key", "kind", "name", "wikidata", "country", "sector"), _STRING),
    "aliases": _STRINGS,
    "article_count": _LONG,
}
_MENTION = {
    **dict.fromkeys(("actor_id", "part", "kind", "name", "wikidata", "country", "sector", "rule"), _STRING),
    "names": _STRINGS,
    "position": _LONG,
    "confidence": _DOUBLE,
    "starts": _LONGS,
    "ends": _LONGS,
    "rules": _STRINGS,
    "orders": _LONGS,
}
_QUOTATION = {
    **dict.fromkeys(("key", "speaker_text", "cue", "text"), _STRING),
    **dict.fromkeys(("start", "end", "position"), _LONG),
    "direct": "boolean",
}
_EDGE = {
    **dict.fromkeys(("id", "relation"), _STRING),
    "symmetric": "boolean",
    **dict.fromkeys(
        ("event_count", "claim_count", "article_count", "publisher_count", "own_voice_count", "denied_count"),
        _LONG,
    ),
    "first_date": "date",
    "last_date": "date",
    "confidence": _DOUBLE,
}
_EVENT = {
    **dict.fromkeys(
        (
            "key",
            "thread",
            "moment",
            "relation",
            "source_id",
            "target_id",
            "place_id",
            "date_precision",
            "status",
            "first_told",
            "last_told",
            "caption",
            "day",
        ),
        _STRING,
    ),
    **dict.fromkeys(
        (
            "denied_count",
            "source_count",
            "claim_count",
            "article_count",
            "publisher_count",
            "own_voice_count",
        ),
        _LONG,
    ),
    "contested": "boolean",
    "confidence": _DOUBLE,
    "first_date": "date",
    "last_date": "date",
}
_ENDS = {"actor_id": _STRING}
_SPEAKER = {"actor_id": _STRING, "order": _LONG, "cue": _STRING}
_JUDGEMENT = dict.fromkeys(
    (
        "key", "decision", "left_id", "right_id", "left_article", "right_article", "reason", "by", "at", "withdrawn_at",
        "withdrawn_by", "withdrawn_because", "left_actor", "right_actor", "subject",
    ),
    _STRING,
)  # fmt: skip

_OF_ARTICLE = ("publisher", "published", "signature")

Advance = Callable[[int], None]


def _nowhere(_: int) -> None:
    """Show no progress."""


def write(stage: Stage, folder: Path, *, advance: Advance = _nowhere) -> list[str]:
    """Write the files of a stage and return the arguments of neo4j-admin that name them.

    Args:
        stage: complete.
        folder: empty.
        advance: called with the number of actors and claims written.

    """
    files: list[_Files] = []

    def attempt(delimiter: str) -> None:
        with ExitStack() as stack:
            made = _Files(stage, folder, delimiter, stack, advance)
            made.write()
            files[:] = [made]

    delimiter = tables.with_free_delimiter(attempt)
    (made,) = files
    return tables.arguments(made.nodes, made.relationships, delimiter=delimiter)


@dataclass(slots=True)
class _Files:
    """The files that are being written."""

    stage: Stage
    folder: Path
    delimiter: str
    stack: ExitStack
    advance: Advance
    nodes: dict[Path, Sequence[str]] = field(default_factory=dict)
    relationships: dict[Path, str] = field(default_factory=dict)

    def write(self) -> None:
        articles = self._articles()
        who = self._actors()
        parts = self._mentions(who)
        self._claims(who, parts, articles)
        self._quotations(who, parts)

    def _articles(self) -> dict[int, dict[str, Any]]:
        """Write the articles; return of each what its claims need."""
        table = self._nodes("Article", _ARTICLE)
        loaded_at = datetime.now(UTC).isoformat()
        found: dict[int, dict[str, Any]] = {}
        for number, identity, properties in self.stage.articles():
            table.write([identity], {**properties, "loaded_at": loaded_at})
            found[number] = {"id": identity, **{name: properties.get(name) for name in _OF_ARTICLE}}
        return found

    def _actors(self) -> Identities:
        actors = self._nodes("Actor", _ACTOR, labelled=True)
        counts = self._nodes("Tally", {"counts": _STRING})

        def actor(identity: str, properties: dict[str, Any]) -> None:
            actors.write([identity, properties["kind"]], properties)
            self.advance(1)

        def tally(identity: str, written: str) -> None:
            counts.write([identity], {"counts": written})

        who = resolve(self.stage, tally, actor)
        judgements = self._nodes("Judgement", _JUDGEMENT)
        for made in who.judgements:
            judgements.write([made.id], judgement_properties(made))
        return who

    def _mentions(self, who: Identities) -> dict[tuple[int, str], str]:
        """Write the mentions; return the parts of the ids that have one, by article."""
        table = self._relationships("MENTIONS", "Article", "Actor", _MENTION)
        ids = {number: identity for number, identity, _ in self.stage.articles()}
        parts: dict[tuple[int, str], str] = {}
        for article, row in self.stage.mentions():
            identity, part = row["actor_id"], row["part"]
            if who.who(identity, part) != identity:
                parts[article, identity] = part
            table.write([ids[article], who.who(identity, part)], row)
        return parts

    def _claims(
        self, who: Identities, parts: dict[tuple[int, str], str], articles: dict[int, dict[str, Any]]
    ) -> None:
        claims = self._nodes("Claim", _CLAIM)
        states = self._relationships("STATES", "Article", "Claim", {})
        sources = self._relationships("SOURCE", "Claim", "Actor", _ENDS)
        targets = self._relationships("TARGET", "Claim", "Actor", _ENDS)
        places = self._relationships("AT", "Claim", "Actor", _ENDS)
        speakers = self._relationships("SAID_BY", "Claim", "Actor", _SPEAKER)

        def actor(row: Row, identity: str) -> str:
            return who.who(identity, parts.get((row.article, identity), "")) if parts else identity

        def written() -> Iterator[tuple[str | None, str, Stated | None]]:
            for row in self.stage.claims():
                claim, article = row.properties["id"], articles[row.article]
                source = actor(row, row.source)
                target = actor(row, row.target) if row.target is not None else None
                place = actor(row, row.place) if row.place is not None else None
                both = pair(source, target)
                of = thread(row.relation, source, target)
                claims.write([claim], {**row.properties, "pair": both, "thread": of})
                states.write([article["id"], claim], {})
                sources.write([claim, source], {"actor_id": row.source})
                if target is not None:
                    targets.write([claim, target], {"actor_id": row.target})
                if place is not None:
                    places.write([claim, place], {"actor_id": row.place})
                for order, (speaker, cue) in enumerate(row.said_by):
                    end = {"actor_id": speaker, "order": order, "cue": cue}
                    speakers.write([claim, actor(row, speaker)], end)
                self.advance(1)
                if both is None or target is None:
                    yield None, row.relation, None
                else:
                    yield both, row.relation, stated(row, source, target, place, article)

        self._derived(self._ties(written(), renamed=bool(parts)))

    def _derived(self, ties: Iterator[tuple[str, str, list[Stated]]]) -> None:
        events = self._nodes("Event", _EVENT)
        parts = self._relationships("PART_OF", "Claim", "Event", {})
        edges = self._relationships("", "Actor", "Actor", _EDGE)
        for both, relation, claims in ties:
            made = derived(tie(both, relation), claims)
            for event in made.events:
                events.write([event.properties["id"]], event.properties)
                for claim in event.claims:
                    parts.write([claim, event.properties["id"]], {})
            for edge in made.edges:
                edges.write([edge.source, edge.target, edge.relation], edge.properties)

    def _ties(
        self, rows: Iterator[tuple[str | None, str, Stated | None]], *, renamed: bool
    ) -> Iterator[tuple[str, str, list[Stated]]]:
        """Yield the claims of each tie; where actors have other ids than those extracted, they are sorted anew."""
        if not renamed:
            for (both, relation), found in groupby(rows, key=itemgetter(0, 1)):
                claims = [claim for _, _, claim in found if claim is not None]
                if both is not None:
                    yield both, relation, claims
            return
        with self.stage.sorter() as sorter:
            for both, relation, claim in rows:
                if both is not None and claim is not None:
                    sorter.add(both, relation, claim)
            for both, relation, values in sorter.groups():
                yield both, relation, [Stated(*each) for each in values]

    def _quotations(self, who: Identities, parts: dict[tuple[int, str], str]) -> None:
        ids = {number: identity for number, identity, _ in self.stage.articles()}
        table = self._nodes("Quotation", _QUOTATION)
        quotes = self._relationships("QUOTES", "Article", "Quotation", {})
        for article, row in self.stage.links("quotation"):
            table.write([row["id"]], row)
            quotes.write([ids[article], row["id"]], {})
        said = self._relationships("SAID", "Actor", "Quotation", _ENDS)
        for article, row in self.stage.links("saying"):
            identity = row["actor_id"]
            actor = who.who(identity, parts.get((article, identity), ""))
            said.write([actor, row["quotation"]], {"actor_id": identity})
        denies = self._relationships("DENIES", "Claim", "Claim", {})
        for _, row in self.stage.links("denial"):
            denies.write([row["claim"], row["denies"]], {})

    def _nodes(self, label: str, columns: dict[str, str], *, labelled: bool = False) -> Table:
        path = self.folder / f"{label.lower()}_nodes.csv"
        self.nodes[path] = (label,)
        fixed = [f"id:ID({label})", *([":LABEL"] if labelled else [])]
        return self.stack.enter_context(Table(path, fixed, columns, self.delimiter))

    def _relationships(self, type_: str, start: str, end: str, columns: dict[str, str]) -> Table:
        path = self.folder / f"{type_.lower() or 'derived'}_{start.lower()}_{end.lower()}.csv"
        self.relationships[path] = type_
        fixed = [f":START_ID({start})", f":END_ID({end})", *([] if type_ else [":TYPE"])]
        return self.stack.enter_context(Table(path, fixed, columns, self.delimiter))
