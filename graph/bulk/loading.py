"""An article of any size into the graph, in batches: each of them whole, derivation included.

Actors come first and claims then, tie by tie, so that an edge is derived once, in the transaction that writes its
claims. Until the last batch the article has no hash of its line and notes how far it is; loading the same again
goes on from there.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby, islice
from typing import Any

from graph import derivation
from graph.bulk import removing
from graph.bulk.derived import Derived, Stated, as_stored, derived
from graph.bulk.staging import Row, Stage
from graph.corrections import standing
from graph.errors import ArticleError, QueryError, StoreError
from graph.events.moments import thread
from graph.identity.change import Change
from graph.ids import sha256
from graph.outcomes import Outcome, State
from graph.store import Store, Transaction
from graph.tallies import Contribution
from graph.ties import Tie, Touched, pair, tie

_ACTORS = 1000  # of one transaction
_CLAIMS = 4000  # of one transaction, and the rest of the last tie
_MOST = 20_000  # claims of one transaction even where one tie has more
_LINKS = 4000

Advance = Callable[[int], None]


def _nowhere(_: int) -> None:
    """Show no progress."""


def load(
    store: Store, stage: Stage, *, line_sha256: str, loaded_at: str | None = None, advance: Advance = _nowhere
) -> Outcome:
    """Write the one article of a complete stage, in place of what an earlier content of its id brought.

    Args:
        store: the graph.
        stage: the article and all it brings.
        line_sha256: the hash by which the same content is known again.
        loaded_at: when it was first loaded, where it comes from a backup.
        advance: called with the number of actors and claims of each batch.

    Raises:
        ArticleError: the article holds what no graph can hold.

    """
    ((_, article, properties),) = stage.articles()
    counts = (stage.count("actor"), stage.count("claim"), len(list(stage.links("quotation"))))
    known = next(iter(store.read("bulk/article_state", article=article)), None)
    if known and known["line_sha256"] == line_sha256:
        return Outcome(article, "unchanged", *counts)
    state: State = "replaced" if known and known["line_sha256"] else "new"
    done = 0
    # Where it stopped says nothing once names are read otherwise, or batches are cut otherwise.
    loading_sha256 = sha256(f"{line_sha256} {stage.fingerprint()} {_ACTORS} {_CLAIMS} {_MOST} {_LINKS}")
    if known and known["loading_sha256"] == loading_sha256:
        done = known["done"]
    else:
        if known:
            removing.remove(store, article)
        _begin(store, article, properties, loading_sha256)
    try:
        _Loading(store, article, properties, loading_sha256, done, advance).run(stage)
    except QueryError as error:
        raise ArticleError(f"article {article[:200]!r} cannot be stored: {error}") from error
    store.write("bulk/finish_article", article=article, line_sha256=line_sha256, loaded_at=loaded_at)
    return Outcome(article, state, *counts)


def _begin(store: Store, article: str, properties: dict[str, Any], loading_sha256: str) -> None:
    def work(transaction: Transaction) -> None:
        transaction.run("load/ensure_article", article=article)
        unfinished = {name: value for name, value in properties.items() if name != "line_sha256"}
        transaction.run("bulk/begin_article", article=unfinished, loading_sha256=loading_sha256)

    store.transact(work)


@dataclass(slots=True)
class _Loading:
    """The batches of one article, of which the first `done` rows are in the graph."""

    store: Store
    article: str
    properties: dict[str, Any]
    loading_sha256: str
    done: int
    advance: Advance
    seen: int = 0

    def run(self, stage: Stage) -> None:
        for rows in batched((row for _, row in stage.mentions()), _ACTORS):
            self._step(rows, self._actors)
        renamed = self.store.read("bulk/renamed", article=self.article)
        who = {row["identity"]: row["actor"] for row in renamed}
        for claims in _by_tie(stage.claims()):
            self._step(claims, partial(self._claims, who=who))
        for kind, query in _LINK_QUERIES.items():
            for rows in batched((row for _, row in stage.links(kind)), _LINKS):
                self._step(rows, partial(self._links, query=query, who=who))

    def _step(self, rows: list[Any], write: Callable[[Transaction, list[Any]], None]) -> None:
        """Write one batch, unless it is in the graph already."""
        self.seen += len(rows)
        if self.seen > self.done:

            def work(transaction: Transaction) -> None:
                found = transaction.run("bulk/note_progress", article=self.article, done=self.seen)
                if not found or found[0]["loading_sha256"] != self.loading_sha256:
                    raise StoreError(
                        f"article {self.article!r} was removed or replaced while it was loaded; load it again"
                    )
                write(transaction, rows)

            self.store.transact(work)
        self.advance(len(rows))

    def _actors(self, transaction: Transaction, rows: list[dict[str, Any]]) -> None:
        gained = [Contribution.of({**row, "actor": row["actor_id"]}) for row in rows]
        change = Change(transaction, article=self.article, gained=gained, recount=True)
        derivation.prepare(transaction, change)
        moved = change.begin()
        mentions = [{"actor": change.actor(row["actor_id"]), "properties": row} for row in rows]
        transaction.run("load/create_mentions", rows=mentions, article=self.article)
        derivation.derive(transaction, change, moved)

    def _claims(self, transaction: Transaction, rows: list[Row], *, who: dict[str, str]) -> None:
        self._hold(transaction, {actor for row in rows for actor in _named(row)}, who)
        rejected = standing.rejected(transaction, (row.properties["mark"] for row in rows))
        ties: dict[Tie, list[Stated]] = defaultdict(list)
        for row in rows:
            source, target = who.get(row.source, row.source), who.get(row.target or "", row.target)
            if row.properties["mark"] in rejected:
                row.properties["rejected"] = True
                continue
            both = pair(source, target)
            if both is not None and target is not None:
                row.properties.update(pair=both, thread=thread(row.relation, source, target))
                ties[tie(both, row.relation)].append(self._stated(row, source, target, who))
        known = self._known(transaction, ties)
        made = [derived(each, claims) for each, claims in ties.items() if each not in known]
        self._create(transaction, rows, made, who)
        self._ends(transaction, rows, who)
        edges = [
            {**edge._asdict(), "properties": as_stored(edge.properties)}
            for each in made
            for edge in each.edges
        ]
        derivation.run_if_any(transaction, "bulk/create_edges", rows=edges)
        touched = Touched.of(
            {"pair": None, "thread": None, **row.properties} for row in rows if _tie(row) in known
        )
        derivation.derive_touched(transaction, touched)

    def _stated(self, row: Row, source: str, target: str, who: dict[str, str]) -> Stated:
        place = who.get(row.place or "", row.place)
        return stated(row, source, target, place, {**self.properties, "id": self.article})

    def _hold(self, transaction: Transaction, named: set[str], who: dict[str, str]) -> None:
        """Keep others from changing who these are, and make sure that it is known who they are now."""
        wanted = named
        while wanted:
            transaction.run("bulk/hold_actors", actors=sorted({who.get(each, each) for each in wanted}))
            rows = [{"identity": each, "actor": who.get(each, each)} for each in sorted(wanted)]
            held = transaction.run("bulk/strays", article=self.article, rows=rows)
            wanted = {row["identity"] for row in held}
            if wanted:
                # Somebody judged meanwhile.
                now = {
                    row["identity"]: row["actor"]
                    for row in transaction.run("bulk/renamed", article=self.article)
                }
                for each in wanted:
                    who[each] = now.get(each, each)

    def _known(self, transaction: Transaction, ties: Iterable[Tie]) -> set[Tie]:
        rows = [{"pair": f"{each.left}~{each.right}", "relation": each.relation} for each in ties]
        return {tie(row["pair"], row["relation"]) for row in transaction.run("bulk/known_ties", ties=rows)}

    def _create(
        self, transaction: Transaction, rows: list[Row], made: list[Derived], who: dict[str, str]
    ) -> None:
        """Write events and claims, grouped so that actors and events are looked up once."""
        events = [event for each in made for event in each.events]
        of = {claim: event.properties["id"] for event in events for claim in event.claims}
        found = [as_stored(event.properties) for event in events]
        derivation.run_if_any(transaction, "bulk/create_events", rows=found)
        groups: dict[tuple[str, str | None, str | None], list[dict[str, Any]]] = defaultdict(list)
        for row in rows:
            event = of.get(row.properties["id"])
            groups[row.source, row.target, event].append(as_stored(row.properties))
        by_query: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for (source, target, event), claims in groups.items():
            group: dict[str, Any] = {"source": who.get(source, source), "source_id": source, "claims": claims}
            if target is None:
                by_query["bulk/create_claims_without_target"].append(group)
                continue
            group |= {"target": who.get(target, target), "target_id": target}
            if event is None:
                by_query["bulk/create_claims"].append(group)
            else:
                by_query["bulk/create_claims_of_events"].append({**group, "event": event})
        for query, found in sorted(by_query.items()):
            transaction.run(query, article=self.article, groups=found)

    def _ends(self, transaction: Transaction, rows: list[Row], who: dict[str, str]) -> None:
        places = [
            {"claim": row.properties["id"], "actor": who.get(row.place, row.place), "actor_id": row.place}
            for row in rows
            if row.place is not None
        ]
        speakers = [
            {
                "claim": row.properties["id"],
                "actor": who.get(actor, actor),
                "actor_id": actor,
                "cue": cue,
                "order": order,
            }
            for row in rows
            for order, (actor, cue) in enumerate(row.said_by)
        ]
        derivation.run_if_any(transaction, "load/create_places", rows=places)
        derivation.run_if_any(transaction, "load/create_speakers", rows=speakers)

    def _links(
        self, transaction: Transaction, rows: list[dict[str, Any]], *, query: str, who: dict[str, str]
    ) -> None:
        if query == "load/create_quotations":
            transaction.run(query, rows=rows, article=self.article)
        elif query == "load/create_sayings":
            self._hold(transaction, {row["actor_id"] for row in rows}, who)
            found = [{**row, "actor": who.get(row["actor_id"], row["actor_id"])} for row in rows]
            transaction.run(query, rows=found)
        else:
            transaction.run(query, rows=rows)


_LINK_QUERIES = {
    "denial": "load/create_denials",
    "quotation": "load/create_quotations",
    "saying": "load/create_sayings",
}


def batched(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Yield the rows in lists of at most that size."""
    iterator = iter(rows)
    while found := list(islice(iterator, size)):
        yield found


def stated(row: Row, source: str, target: str, place: str | None, article: Mapping[str, Any]) -> Stated:
    """Return what a staged claim between two actors adds to the events and edges of its tie."""
    properties = row.properties
    return Stated(
        claim=properties["id"],
        source=source,
        target=target,
        status=properties["status"],
        date_from=properties.get("date_from"),
        date_to=properties.get("date_to"),
        moment=properties["moment"],
        place=place,
        place_country=properties.get("place_country"),
        place_kind=properties.get("place_kind"),
        reported=bool(row.said_by),
        confidence=properties["confidence"],
        caption=properties["caption"],
        article=article["id"],
        publisher=article.get("publisher"),
        published=article.get("published"),
        signature=article.get("signature"),
    )


def _by_tie(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Yield batches that end where a tie ends, unless that is too long."""
    batch: list[Row] = []
    for _, found in groupby(rows, key=_tie_of):
        for row in found:
            batch.append(row)
            if len(batch) >= _MOST:
                yield batch
                batch = []
        if len(batch) >= _CLAIMS:
            yield batch
            batch = []
    if batch:
        yield batch


def _tie_of(row: Row) -> tuple[str, str | None, str]:
    return row.tie


def _named(row: Row) -> Iterator[str]:
    yield row.source
    if row.target is not None:
        yield row.target
    if row.place is not None:
        yield row.place
    for actor, _ in row.said_by:
        yield actor


def _tie(row: Row) -> Tie | None:
    both = row.properties.get("pair")
    return tie(both, row.relation) if both is not None else None
