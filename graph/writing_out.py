"""The graph written out again as the extraction lines that made it."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from graph.model import Actor, Article, Claim, Extraction, Mention, Quotation, Resolution, Speaker
from graph.store import Row, Store


def extractions(store: Store) -> Iterator[Extraction]:
    """Yield the extraction of each article in the graph, ordered by id."""
    for row in store.read("load/article_ids"):
        rows = store.read("load/article_line", article=row["id"])
        if rows:  # else it was removed meanwhile
            yield _extraction(rows[0])


def _extraction(row: Row) -> Extraction:
    mentioned = sorted(row["mentions"], key=lambda mention: mention["position"])
    places = [
        Mention(mention["actor_id"], start, end, rule)
        for mention in mentioned
        for start, end, rule in zip(mention["starts"], mention["ends"], mention["rules"], strict=True)
    ]
    places.sort(key=lambda mention: (mention.start, mention.end, mention.actor))
    article = row["article"]
    return Extraction(
        article=Article(**_of(Article, {**article, "text": article.get("text") or ""})),
        actors=tuple(
            Actor(
                id=mention["actor_id"],
                kind=mention["kind"],
                name=mention["name"],
                names=tuple(mention["names"]),
                wikidata=mention.get("wikidata"),
                country=mention.get("country"),
                sector=mention.get("sector"),
                resolution=Resolution(mention["rule"], mention["confidence"]),
            )
            for mention in mentioned
        ),
        mentions=tuple(places),
        claims=tuple(_claim(claim) for claim in row["claims"]),
        quotations=tuple(Quotation(**_of(Quotation, quotation)) for quotation in row["quotations"]),
    )


def _claim(row: Row) -> Claim:
    speakers = tuple(
        Speaker(actor, cue) for _, actor, cue in sorted(row["said_by"], key=lambda link: link[0])
    )
    return Claim(**_of(Claim, {**row, "said_by": speakers}))


def _of(model: type, row: Row) -> dict[str, Any]:
    """Return the fields of a dataclass from a row; what the graph does not hold is unknown."""
    return {field.name: row.get(field.name) for field in fields(model)}
