"""Extractions into the graph and out of it: one article, one transaction, derivation included."""

from dataclasses import dataclass
from typing import Any

from graph import derivation, loading_rows
from graph.bulk import loading as bulk_loading
from graph.bulk import removing
from graph.bulk.staging import Stage
from graph.bulk.staging_lines import stage_extraction
from graph.corrections import standing
from graph.corrections.marks import mark
from graph.errors import ArticleError, NotFoundError, QueryError
from graph.identity.change import Change
from graph.ids import sha256
from graph.jsonl import faults, to_line
from graph.loading_rows import Who
from graph.model import Extraction
from graph.outcomes import Outcome, Removed, State
from graph.store import Row, Store, Transaction
from graph.tallies import Contribution
from graph.ties import Touched

LARGE = 10_000  # claims, above which an article is loaded, removed and written out in batches


@dataclass(frozen=True, slots=True)
class Loaded:
    """When a line was loaded, the hash by which the same line is known again, and its text's signature."""

    at: str
    line_sha256: str
    signature: str | None = None


@dataclass(frozen=True, slots=True)
class _Before:
    """What the graph holds of an article before it changes."""

    line_sha256: str | None
    claims: int
    quotations: int
    contributions: tuple[Contribution, ...]
    touched: Touched


def load_extraction(
    store: Store, extraction: Extraction, *, with_text: bool = True, loaded: Loaded | None = None
) -> Outcome:
    """Write one article and all it brings, in place of what an earlier line of its id brought.

    All or nothing: once this returns the article is in the graph whole, whatever happens to the server. Loading
    the same line again changes nothing. One of very many claims goes in batches (`graph.bulk.loading`).

    Args:
        store: the graph.
        extraction: the article and what was found in it.
        with_text: whether the article's text is kept.
        loaded: when the line was first loaded, where it comes from a backup.

    Raises:
        ArticleError: the extraction contradicts itself, or holds what no graph can hold.

    """
    article = extraction.article.id
    line = to_line(extraction)
    require_sound(extraction, line, with_text=with_text)
    line_sha256 = loaded.line_sha256 if loaded else sha256(line if with_text else f"{line}\nwithout text")
    counts = (len(extraction.actors), len(extraction.claims), len(extraction.quotations))
    known = store.read("load/line_hash", article=article)
    if known and known[0]["line_sha256"] == line_sha256:
        return Outcome(article, "unchanged", *counts)
    if len(extraction.claims) > LARGE:
        signature, at = (loaded.signature, loaded.at) if loaded else (None, None)
        with Stage() as stage:
            stage_extraction(stage, extraction, with_text=with_text, signature=signature)
            stage.complete()
            return bulk_loading.load(store, stage, line_sha256=line_sha256, loaded_at=at)
    if known and _is_for_batches(known[0]):
        removing.remove(store, article)

    def work(transaction: Transaction) -> State:
        transaction.run("load/ensure_article", article=article)
        before = _before(transaction, article)
        if before.line_sha256 == line_sha256:
            return "unchanged"
        gained = list(loading_rows.contributions(extraction))
        change = Change(transaction, article=article, lost=before.contributions, gained=gained)
        derivation.prepare(transaction, change)
        if before.line_sha256 is not None:
            transaction.run("load/remove_statements", article=article)
        properties = loading_rows.article(extraction, line_sha256, with_text=with_text)
        if loaded is not None and loaded.signature is not None:
            properties["signature"] = loaded.signature
        transaction.run("load/set_article", article=properties, loaded_at=loaded.at if loaded else None)
        moved = change.begin()
        written = _write(transaction, extraction, gained, change.actor)
        derivation.derive(transaction, change, before.touched | moved | written)
        return "new" if before.line_sha256 is None else "replaced"

    try:
        state = store.transact(work)
    except QueryError as error:
        raise ArticleError(f"article {article[:200]!r} cannot be stored: {error}") from error
    return Outcome(article, state, *counts)


def remove_article(store: Store, article_id: str) -> Removed:
    """Remove an article and exactly what it brought.

    One of very many claims goes in batches.

    Raises:
        NotFoundError: there is no such article.

    """
    known = store.read("load/line_hash", article=article_id)
    if known and _is_for_batches(known[0]):
        return removing.remove(store, article_id)

    def work(transaction: Transaction) -> Removed:
        transaction.run("load/hold_article", article=article_id)
        before = _before(transaction, article_id)
        if before.line_sha256 is None:
            raise NotFoundError(f"no article with id {article_id!r} is in the graph")
        change = Change(transaction, article=article_id, lost=before.contributions)
        derivation.prepare(transaction, change)
        transaction.run("load/remove_statements", article=article_id)
        transaction.run("load/remove_article", article=article_id)
        moved = change.begin()
        derivation.derive(transaction, change, before.touched | moved)
        return Removed(article_id, before.claims, before.quotations)

    return store.transact(work)


def _is_for_batches(known: Row) -> bool:
    """Return whether an article is too large for one transaction, or was never loaded to its end."""
    return known["line_sha256"] is None or known["claim_count"] > LARGE


def require_sound(extraction: Extraction, line: str, *, with_text: bool) -> None:
    """Raise ArticleError if an extraction contradicts itself or holds what no graph can hold.

    Args:
        extraction: the article and what was found in it.
        line: the line that it is.
        with_text: whether the article's text is kept.

    """
    article = extraction.article
    # A graph without texts is backed up and restored without them: then there is nothing to compare with.
    for fault in faults(extraction, check_text=with_text or bool(article.text)):
        raise ArticleError(f"article {article.id[:200]!r}: {fault}")
    try:
        line.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ArticleError(
            f"article {article.id[:200]!r}: holds half a character (a lone surrogate), which is no text; "
            "decode the source as what it is, or replace these"
        ) from error


def _before(transaction: Transaction, article: str) -> _Before:
    rows = transaction.run("load/article_state", article=article)
    if not rows:
        return _Before(None, 0, 0, (), Touched())
    row: Row = rows[0]
    return _Before(
        line_sha256=row["line_sha256"],
        claims=row["claim_count"],
        quotations=row["quotation_count"],
        contributions=tuple(Contribution.of(each) for each in row["contributions"]),
        touched=Touched.of(row["touched"]),
    )


def _write(transaction: Transaction, extraction: Extraction, said: list[Contribution], who: Who) -> Touched:
    """Write what an article says; return what its claims touch."""
    article = extraction.article.id
    rejected = standing.rejected(transaction, (mark(claim, article) for claim in extraction.claims))
    claims = loading_rows.claims(extraction, who, rejected=rejected)
    quotations = loading_rows.quotations(extraction)
    _write_rows(
        transaction, "load/create_mentions", loading_rows.mentions(extraction, said, who), article=article
    )
    _write_rows(transaction, "load/create_claims", claims, article=article)
    _write_rows(transaction, "load/create_targets", loading_rows.ends(extraction, "target", who))
    _write_rows(transaction, "load/create_places", loading_rows.ends(extraction, "place", who))
    _write_rows(transaction, "load/create_speakers", loading_rows.speakers(extraction, who))
    _write_rows(transaction, "load/create_denials", loading_rows.denials(extraction))
    _write_rows(transaction, "load/create_quotations", quotations, article=article)
    _write_rows(transaction, "load/create_sayings", loading_rows.sayings(extraction, who))
    return loading_rows.touched(claims)


def _write_rows(
    transaction: Transaction, query: str, rows: list[dict[str, Any]], **parameters: object
) -> None:
    if rows:
        transaction.run(query, rows=rows, **parameters)
