"""Extractions into the graph and out of it: one article, one transaction, derivation included."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

from graph import derivation, ontology
from graph.dates import bounds
from graph.errors import NotFoundError
from graph.ids import key, sha256
from graph.jsonl import to_line
from graph.model import Claim, Extraction
from graph.store import Store, Transaction

State = Literal["new", "replaced", "unchanged"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What loading one article did."""

    article: str
    state: State
    actors: int
    claims: int
    quotations: int


@dataclass(frozen=True, slots=True)
class Removed:
    """What removing one article took away."""

    article: str
    claims: int
    quotations: int


@dataclass(frozen=True, slots=True)
class _Touched:
    """Actors and pairs of actors whose derived data may have changed."""

    actors: frozenset[str]
    pairs: frozenset[tuple[str, str]]


def load_extraction(store: Store, extraction: Extraction, *, with_text: bool = True) -> Outcome:
    """Write one article and all it brings, in place of what an earlier line of its id brought.

    The transaction is all or nothing, and loading the same line again changes nothing.
    """
    return store.transact(lambda transaction: _load(transaction, extraction, with_text=with_text))


def remove_article(store: Store, article: str) -> Removed:
    """Remove an article and exactly what it brought.

    Raises:
        NotFoundError: there is no such article.

    """
    return store.transact(lambda transaction: _remove(transaction, article))


def _load(transaction: Transaction, extraction: Extraction, *, with_text: bool) -> Outcome:
    line_sha256 = sha256(to_line(extraction) + ("" if with_text else "\n"))
    article = extraction.article.id
    before = transaction.run("load/article_state", article=article)
    counts = (len(extraction.actors), len(extraction.claims), len(extraction.quotations))
    if before and before[0]["line_sha256"] == line_sha256:
        return Outcome(article, "unchanged", *counts)
    touched = _touched_before(before)
    if before:
        transaction.run("load/remove_statements", article=article)
    _write(transaction, extraction, line_sha256, with_text=with_text)
    pairs = touched.pairs | {(claim.source, claim.target) for claim in extraction.claims if claim.target}
    actors = touched.actors | {actor.id for actor in extraction.actors}
    derivation.derive(transaction, actors=actors, pairs=pairs)
    return Outcome(article, "replaced" if before else "new", *counts)


def _remove(transaction: Transaction, article: str) -> Removed:
    before = transaction.run("load/article_state", article=article)
    if not before:
        raise NotFoundError(f"no article with id {article!r} is in the graph")
    touched = _touched_before(before)
    transaction.run("load/remove_statements", article=article)
    transaction.run("load/remove_article", article=article)
    derivation.derive(transaction, actors=touched.actors, pairs=touched.pairs)
    return Removed(article, before[0]["claim_count"], before[0]["quotation_count"])


def _touched_before(before: Iterable[Any]) -> _Touched:
    actors: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    for row in before:
        actors.update(row["actors"])
        pairs.update((source, target) for source, target in row["pairs"] if target is not None)
    return _Touched(frozenset(actors), frozenset(pairs))


def _write(transaction: Transaction, extraction: Extraction, line_sha256: str, *, with_text: bool) -> None:
    article = extraction.article
    properties = {**asdict(article), "key": key(article.id), "line_sha256": line_sha256}
    if not with_text:
        properties["text"] = None
    transaction.run("load/merge_article", article=properties)
    # In one order everywhere, so that two loaders never wait for each other's locks in a circle.
    actors = sorted(extraction.actors, key=lambda actor: actor.id)
    transaction.run(
        "load/merge_actors",
        rows=[{"id": actor.id, "key": key(actor.id), "name": actor.name} for actor in actors],
    )
    transaction.run("load/create_mentions", article=article.id, rows=_mention_rows(extraction))
    names = {actor.id: actor.name for actor in extraction.actors}
    claims = list(enumerate(extraction.claims))
    transaction.run(
        "load/create_claims",
        article=article.id,
        rows=[_claim_row(claim, position, names) for position, claim in claims],
    )
    for query, field in (("load/create_targets", "target"), ("load/create_places", "place")):
        rows = [
            {"claim": claim.id, "actor": getattr(claim, field)}
            for _, claim in claims
            if getattr(claim, field) is not None
        ]
        _if_any(transaction, query, rows)
    _if_any(
        transaction,
        "load/create_speakers",
        [
            {"claim": claim.id, "actor": speaker.actor, "cue": speaker.cue, "order": order}
            for _, claim in claims
            for order, speaker in enumerate(claim.said_by)
        ],
    )
    _if_any(
        transaction,
        "load/create_denials",
        [{"claim": claim.id, "denies": claim.denies} for _, claim in claims if claim.denies is not None],
    )
    _write_quotations(transaction, extraction)


def _write_quotations(transaction: Transaction, extraction: Extraction) -> None:
    rows: list[dict[str, Any]] = []
    sayings: list[dict[str, Any]] = []
    for position, quotation in enumerate(extraction.quotations):
        row = {**asdict(quotation), "key": key(quotation.id), "position": position}
        speaker = row.pop("speaker")
        rows.append(row)
        if speaker is not None:
            sayings.append({"quotation": quotation.id, "actor": speaker})
    if rows:
        transaction.run("load/create_quotations", article=extraction.article.id, rows=rows)
    _if_any(transaction, "load/create_sayings", sayings)


def _if_any(transaction: Transaction, query: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        transaction.run(query, rows=rows)


def _mention_rows(extraction: Extraction) -> list[dict[str, Any]]:
    places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for mention in extraction.mentions:
        places[mention.actor].append((mention.start, mention.end, mention.rule))
    return [
        {
            "actor_id": actor.id,
            "position": position,
            "kind": actor.kind,
            "name": actor.name,
            "names": list(actor.names),
            "wikidata": actor.wikidata,
            "country": actor.country,
            "sector": actor.sector,
            "rule": actor.resolution.rule,
            "confidence": actor.resolution.confidence,
            "starts": [start for start, _, _ in places[actor.id]],
            "ends": [end for _, end, _ in places[actor.id]],
            "rules": [rule for _, _, rule in places[actor.id]],
        }
        for position, actor in enumerate(extraction.actors)
    ]


def _claim_row(claim: Claim, position: int, names: dict[str, str]) -> dict[str, Any]:
    properties = asdict(claim)
    for edge in ("source", "target", "place", "said_by", "denies"):
        del properties[edge]
    relation = ontology.load().relations[claim.relation]
    first, last = bounds(claim.date)
    properties |= {
        "key": key(claim.id),
        "position": position,
        "quad_class": relation.quad,
        "caption": caption(claim, names, relation),
    }
    return {"source": claim.source, "properties": properties, "date_from": first, "date_to": last}


def caption(claim: Claim, names: dict[str, str], relation: ontology.Relation) -> str:
    """Return a claim in a few words: "Trump threatened Canada (if Canada deepens trade ties)"."""
    target = names.get(claim.target or "", claim.target_text or "someone")
    said = f"{names[claim.source]} {relation.display} {target}"
    if claim.role:
        said += f": {claim.role}"
    if claim.status != "asserted":
        said += f" [{claim.status}]"
    return f"{said} ({claim.condition})" if claim.condition else said
