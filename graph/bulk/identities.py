"""Who is who among staged articles, worked out outside the store: the same functions, without a ledger.

Only ids of which a rule judges something, and those they are joined with, need more than counting; they are few.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from graph import tallies
from graph.bulk.staging import Stage
from graph.identity import rules
from graph.identity.joining import Groups
from graph.identity.judgement import Judgement
from graph.identity.occurrences import Occurrences
from graph.identity.resolving import Actors
from graph.tallies import Contribution, Tally, total


@dataclass(slots=True)
class Identities:
    """The actors that staged mentions make; `who` tells which actor an id is, by id and part."""

    judgements: list[Judgement] = field(default_factory=list)
    _renamed: dict[tuple[str, str], str] = field(default_factory=dict)
    _judged: dict[str, Occurrences] = field(default_factory=dict)

    def who(self, identity: str, part: str) -> str:
        """Return the id of the actor that occurrences of an id with those traits are."""
        return self._renamed.get((identity, part), identity)


def resolve(
    stage: Stage, tally: Callable[[str, str], None], actor: Callable[[str, dict[str, Any]], None]
) -> Identities:
    """Return who is who in a complete stage.

    Args:
        stage: all articles.
        tally: called with each extracted id and its counts as the store keeps them.
        actor: called with each actor's id and properties.

    """
    found = Identities()
    judged = _judged(stage, found)
    for identity, parts in _parts(stage):
        tally(identity, tallies.written(parts))
        if identity in judged:
            judged[identity] = Occurrences(identity, parts)
        else:
            actor(identity, total(parts.values()).properties(identity))
    for known in _components(judged, found.judgements):
        actors = Actors(known, ())
        for identity, part in sorted(actors.parts()):
            found._renamed[identity, part] = actors.actor(identity, part, "")  # noqa: SLF001 - filled here only
        for each in sorted(actors.members):
            properties = actors.tally(each).properties(each)
            if len(actors.identities(each)) > 1:
                properties["article_count"] = _articles(stage, actors, each)
            actor(each, properties)
    return found


def _judged(stage: Stage, found: Identities) -> dict[str, Occurrences]:
    """Note what rules judge; return the ids that they are about, with nothing known of them yet."""
    judged: dict[str, Occurrences] = {}
    for identity, parts in _parts(stage):
        for made in rules.judgements(identity, parts):
            found.judgements.append(made)
            for side in made.sides:
                judged.setdefault(side.identity, Occurrences(side.identity))
    return judged


def _components(judged: dict[str, Occurrences], made: list[Judgement]) -> Iterator[dict[str, Occurrences]]:
    groups: Groups[str] = Groups()
    for each in made:
        if each.decision == "same":
            groups.join(each.left.identity, each.right.identity)
    components: dict[str, dict[str, Occurrences]] = defaultdict(dict)
    for identity, known in sorted(judged.items()):
        components[groups.of(identity)][identity] = known
    yield from components.values()


def _parts(stage: Stage) -> Iterator[tuple[str, dict[str, Tally]]]:
    """Yield each extracted id with what articles say of it, by part."""
    before: str | None = None
    parts: dict[str, Tally] = {}
    for said in _contributions(stage):
        if said.actor != before:
            if before is not None:
                yield before, parts
            before, parts = said.actor, {}
        parts.setdefault(said.part, Tally()).add(said, 1)
    if before is not None:
        yield before, parts


def _contributions(stage: Stage) -> Iterator[Contribution]:
    for row in stage.mentions_by_identity():
        yield Contribution.of({**row, "actor": row["actor_id"]})


def _articles(stage: Stage, actors: Actors, actor: str) -> int:
    """Return in how many articles an actor of several ids is mentioned."""
    found: set[int] = set()
    for identity in actors.identities(actor):
        for article, part in stage.occurrences(identity):
            if actors.actor(identity, part, "") == actor:
                found.add(article)
    return len(found)
