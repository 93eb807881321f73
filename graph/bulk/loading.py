"""An article of any size into the graph, in batches: each of them whole, derivation included.

Actors come first and claims then, tie by tie, so that an edge is derived once, in the transaction that writes its
claims. Until the last batch the article has no hash of its line and notes how far it is; loading the same again
goes on from there.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby, islice
from typing import Any

from graph import derivation, ontology
from graph.bulk import edges, events, removing
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
    telling = edges.telling(article, properties)
    try:
        _Loading(store, telling, loading_sha256, done, advance).run(stage)
    except QueryError as error:
        raise ArticleError(f"article {article[:200]!r} cannot be stored: {error}") from error
    store.write("bulk/finish_article", article=article, line_sha256=line_sha256, loaded_at=loaded_at)
    return Outcome(article, state, *counts)


def _begin(store: Store, article: str, properties: dict[str, Any], loading_sha256: str) -> None:
    known = {name: value for name, value in properties.items() if name != "line_sha256"}

    def work(transaction: Transaction) -> None:
        transaction.run("load/ensure_article", article=article)
        transaction.run("bulk/begin_article", article=known, loading_sha256=loading_sha256)

    store.transact(work)


@dataclass(slots=True)
class _Loading:
    """The batches of one article, of which the first `done` rows are in the graph."""

    store: Store
    telling: edges.Telling
    loading_sha256: str
    done: int
    advance: Advance
    seen: int = 0

    @property
    def article(self) -> str:
        return self.telling.id

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
        named = {actor for row in rows for actor in _named(row)}
        self._hold(transaction, named, who)
        rejected = standing.rejected(transaction, (row.properties["mark"] for row in rows))
        ties: dict[Tie, list[edges.Stated]] = defaultdict(list)
        groups: dict[tuple[str, str | None], list[dict[str, Any]]] = defaultdict(list)
        for row in rows:
            source = who.get(row.source, row.source)
            target = who.get(row.target, row.target) if row.target is not None else None
            if row.properties["mark"] in rejected:
                row.properties["rejected"] = True
            elif (both := pair(source, target)) is not None:
                row.properties["pair"] = both
                if (happened := thread(row.relation, source, target)) is not None:
                    row.properties["thread"] = happened
                place = who.get(row.place, row.place) if row.place is not None else None
                ties[tie(both, row.relation)].append(edges.stated(row, source, place, self.telling))
            groups[row.source, row.target].append(as_stored(row.properties))
        known = self._known(transaction, ties)
        self._create(transaction, groups, who)
        self._ends(transaction, rows, who)
        _derive(transaction, {each: claims for each, claims in ties.items() if each not in known})
        shared = [row.properties for row in rows if row.properties.get("pair") is not None]
        derivation.derive_touched(
            transaction,
            Touched.of(
                {**each, "thread": each.get("thread")}
                for each in shared
                if tie(each["pair"], each["relation"]) in known
            ),
        )

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
        self,
        transaction: Transaction,
        groups: dict[tuple[str, str | None], list[dict[str, Any]]],
        who: dict[str, str],
    ) -> None:
        between, alone = [], []
        for (source, target), claims in groups.items():
            group = {"source": who.get(source, source), "source_id": source, "claims": claims}
            if target is None:
                alone.append(group)
            else:
                between.append({**group, "target": who.get(target, target), "target_id": target})
        if between:
            transaction.run("bulk/create_claims", article=self.article, groups=between)
        if alone:
            transaction.run("bulk/create_claims_without_target", article=self.article, groups=alone)

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


def as_stored(properties: dict[str, Any]) -> dict[str, Any]:
    """Return properties with their dates as the store has them."""
    for name in ("date_from", "date_to"):
        if name in properties:
            properties[name] = date.fromisoformat(properties[name])
    return properties


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


def _derive(transaction: Transaction, ties: Mapping[Tie, list[edges.Stated]]) -> None:
    """Derive the events and edges of ties of which these are all the claims."""
    relations = ontology.load().relations
    happened: list[dict[str, Any]] = []
    made: list[dict[str, Any]] = []
    for each, claims in ties.items():
        found = list(events.events(each, claims))
        happened += [{"properties": properties, "claims": members} for properties, members in found]
        relation = relations[each.relation]
        if relation.edge:
            of_tie = [properties for properties, _ in found]
            made += edges.edges(each, claims, of_tie, symmetric=relation.symmetric)
    derivation.run_if_any(transaction, "bulk/create_events", rows=happened)
    derivation.run_if_any(transaction, "bulk/create_edges", rows=made)
