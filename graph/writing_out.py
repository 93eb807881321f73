"""The graph written out again as the extraction lines that made it."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from graph.bulk.loading import batched
from graph.errors import StoreError
from graph.jsonl import to_line, to_part_line
from graph.loading import LARGE, Loaded
from graph.model import Actor, Article, Claim, Extraction, Mention, Part, Quotation, Resolution, Speaker
from graph.store import Row, Store

PART = 5000  # actors, claims or quotations of one line
_BATCH = 20  # articles of one query: few enough that texts of megabytes fit into memory


@dataclass(frozen=True, slots=True)
class Stored:
    """An extraction as the graph holds it, and how it came there; `part` where it is not all of its article."""

    extraction: Extraction
    loaded: Loaded
    with_text: bool
    part: Part | None = None

    @property
    def line(self) -> str:
        """The extraction line."""
        return to_line(self.extraction) if self.part is None else to_part_line(self.part)


def stored(store: Store) -> Iterator[Stored]:
    """Yield what the graph holds of each article, ordered by id; one of very many claims in parts."""
    after = ""
    while rows := store.read("load/article_lines", after=after, limit=_BATCH, large=LARGE):
        for row in _unchanged(store, rows):
            article = row["article"]
            loaded = Loaded(article["loaded_at"], article["line_sha256"], article.get("signature"))
            if row["large"]:
                for part in _parts(store, row):
                    yield Stored(part.extraction, loaded, with_text="text" in article, part=part)
            else:
                yield Stored(_extraction(row), loaded, with_text="text" in article)
        after = rows[-1]["article"]["id"]


def _unchanged(store: Store, rows: list[Row]) -> Iterator[Row]:
    """Yield the rows, read again where an article was replaced meanwhile, left out where it was removed.

    A query sees what others commit while it runs, so a row may be half of an article's old line and half of
    its new one. Where the article's hash is afterwards what it was before, it is one line's.
    """
    for row in rows:
        found: Row | None = row
        while found is not None:
            identity = found["article"]["id"]
            now = store.read("load/line_hash", article=identity)
            if now and now[0]["line_sha256"] == found["article"]["line_sha256"]:
                yield found
                break
            found = next(iter(store.read("load/article_line", article=identity, large=LARGE)), None)


def _parts(store: Store, row: Row) -> Iterator[Part]:
    """Yield a large article in parts: its actors first, then its claims, then its quotations.

    Raises:
        StoreError: it was replaced or removed meanwhile.

    """
    about = row["article"]
    counts = (row["actor_count"], row["claim_count"], row["quotation_count"])
    total = sum(-(-count // PART) for count in counts)
    kinds = ("load/actors_of_article", "load/claims_of_article", "load/quotations_of_article")
    number = 0
    for at, query in enumerate(kinds):
        for rows in batched((each["row"] for each in store.stream(query, article=about["id"])), PART):
            number += 1
            made = {"article": about, "actors": [], "claims": [], "quotations": []}
            made[("actors", "claims", "quotations")[at]] = rows
            yield Part(_extraction(made), number, total, about["line_sha256"])
    now = store.read("load/line_hash", article=about["id"])
    if number != total or not now or now[0]["line_sha256"] != about["line_sha256"]:
        raise StoreError(
            f"article {about['id']!r} was replaced or removed while it was written out; do it again"
        )


def extractions(store: Store) -> Iterator[Extraction]:
    """Yield the extraction of each article in the graph, or its parts, ordered by id; texts left out are empty."""
    for each in stored(store):
        yield each.extraction


def _extraction(row: Row) -> Extraction:
    actors = sorted(row["actors"], key=lambda actor: actor["position"])
    return Extraction(
        article=Article(**_of(Article, {"text": "", **row["article"]})),
        actors=tuple(_actor(actor) for actor in actors),
        mentions=_mentions(actors),
        claims=tuple(_claim(claim) for claim in row["claims"]),
        quotations=tuple(Quotation(**_of(Quotation, quotation)) for quotation in row["quotations"]),
    )


def _actor(row: Row) -> Actor:
    resolution = Resolution(row["rule"], row["confidence"])
    known = {**row, "id": row["actor_id"], "names": tuple(row["names"]), "resolution": resolution}
    return Actor(**_of(Actor, known))


def _mentions(actors: list[Row]) -> tuple[Mention, ...]:
    ordered = [
        (order, Mention(actor["actor_id"], start, end, rule))
        for actor in actors
        for order, start, end, rule in zip(
            actor["orders"], actor["starts"], actor["ends"], actor["rules"], strict=True
        )
    ]
    return tuple(mention for _, mention in sorted(ordered, key=lambda each: each[0]))


def _claim(row: Row) -> Claim:
    speakers = tuple(
        Speaker(actor, cue) for _, actor, cue in sorted(row["said_by"], key=lambda link: link[0])
    )
    return Claim(**_of(Claim, {**row, "said_by": speakers}))


def _of(model: type, row: Row) -> dict[str, Any]:
    """Return the fields of a dataclass from a row; what the graph does not hold is unknown."""
    return {field.name: row.get(field.name) for field in fields(model)}
