"""Which actors follow from occurrences and judgements: a function of both, whatever order they came in.

What is said more firmly is settled first, and what is said less firmly gives way to it:

1. two kinds are never one actor;
2. a person says: different;
3. a person says: same;
4. a rule says: different;
5. a rule says: same;
6. one id is one actor.

On each of the levels that join (3, 5, 6), where to join would make one of what is to stay apart, every join on
the way between the two is left out (`graph.identity.joining`), and the verdict on its judgement says so. A
judgement about an id wherever it occurs speaks of all its occurrences but for those that have judgements of
their own; those follow the rest as far as their own leave it open (6).
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from typing import Literal

from graph.identity import rules, traits
from graph.identity.joining import Apart, Edge, Groups, join
from graph.identity.judgement import Judgement
from graph.identity.occurrences import Occurrences
from graph.identity.references import Reference, id_in_article
from graph.tallies import Tally, total

State = Literal["holds", "partly", "overruled"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a judgement, and which others stand against it where it does not hold."""

    judgement: Judgement
    state: State
    against: tuple[str, ...]


class Actors:
    """The actors that follow, and which occurrences each of them is."""

    def __init__(self, known: Mapping[str, Occurrences], judgements: Collection[Judgement]) -> None:
        """Resolve the occurrences of some ids.

        Args:
            known: what is known of each id; all ids that judgements of `same` connect with one of them are among them.
            judgements: all that are not withdrawn and name one of the ids.

        """
        self._known = known
        given = [each for each in judgements if not each.derived and each.decision != "unsure"]
        derived = [each for id_ in sorted(known) for each in rules.judgements(id_, known[id_].parts)]
        self._judgements = [*given, *derived]
        # By these an id falls into nodes: what its own articles say, and what judgements name.
        named: dict[str, set[str]] = {identity: set() for identity in known}
        for side in (side for made in given for side in made.sides):
            if side.part and side.identity in named:
                named[side.identity].add(side.part)
        self._dimensions = {
            identity: _dimensions(known[identity].parts, named[identity]) for identity in sorted(known)
        }
        self._nodes = {identity: self._nodes_of(identity, named[identity]) for identity in sorted(known)}
        self._groups: Groups[Reference] = Groups()
        self._against: dict[str, set[str]] = defaultdict(set)
        self._settle()
        self._ids, self.members = self._named()

    def actor(self, identity: str, part: str, article: str) -> str:
        """Return the id of the actor that an occurrence is; the article need not mention it yet."""
        return self._ids[self._groups.of(self._node(identity, part, article))]

    def parts(self) -> set[tuple[str, str]]:
        """Return the parts of ids that have occurrences other than those named by judgements."""
        return {(each.identity, part) for each in self._known.values() for part, _ in each.unnamed()}

    def named(self) -> dict[tuple[str, str], str]:
        """Return the occurrences that judgements name, each by id and article, with the part that it belongs to."""
        return {
            (each.identity, article): said.part
            for each in self._known.values()
            for article, said in each.named.items()
        }

    def tally(self, actor: str) -> Tally:
        """Return what articles say of an actor; one that mentions it under two ids counts twice."""
        return total(tally for _, tally in self.members.get(actor, ()))

    def identities(self, actor: str) -> set[str]:
        """Return the extracted ids of which an actor is made."""
        return {node.identity for node, _ in self.members.get(actor, ())}

    def verdicts(self) -> Iterator[Verdict]:
        """Yield what became of each judgement."""
        for made in self._judgements:
            pairs = list(self._pairs(made))
            if not pairs:
                continue
            right = [self._groups.joined(one, other) == (made.decision == "same") for one, other in pairs]
            state: State = "holds" if all(right) else "partly" if any(right) else "overruled"
            against = self._against[made.id] if made.decision == "same" else self._joiners(made, pairs)
            yield Verdict(made, state, () if state == "holds" else tuple(sorted(against)))

    def _nodes_of(self, identity: str, named: Collection[str]) -> list[Reference]:
        """Return the parts of an id that may be told apart, and the id itself; not the occurrences named."""
        dimensions = self._dimensions[identity]
        found = {Reference(identity)}
        found |= {self._part_node(identity, part) for part in self._known[identity].parts}
        for part in named:
            values = {**dict.fromkeys(dimensions, traits.NONE), **traits.read(part)}
            found.add(Reference(identity, traits.written(values)))
        return sorted(found, key=lambda node: node.part)

    def _part_node(self, identity: str, part: str) -> Reference:
        found = traits.read(part)
        dimensions = self._dimensions[identity]
        return Reference(
            identity, traits.written({name: found.get(name, traits.NONE) for name in dimensions})
        )

    def _node(self, identity: str, part: str, article: str) -> Reference:
        if article in self._known[identity].named:
            return Reference(identity, "", article)
        return self._part_node(identity, part)

    def _covered(self, side: Reference) -> list[Reference]:
        """Return the nodes that one side of a judgement speaks of; none where its id is not among the known."""
        if side.identity not in self._known:
            return []
        if side.article is not None:
            return [Reference(side.identity, "", side.article)]
        if not side.part:
            return self._nodes[side.identity]
        wanted = traits.read(side.part)
        known = self._known[side.identity]
        exact = [
            node
            for node in self._nodes[side.identity]
            if node.part and wanted.items() <= traits.read(node.part).items()
        ]
        if exact:
            return exact
        # A rule may name a trait by which the id is not told apart: then whatever has it is meant.
        return sorted(
            {
                self._part_node(side.identity, part)
                for part in known.parts
                if wanted.items() <= traits.read(part).items()
            },
            key=lambda node: node.part,
        )

    def _pairs(self, made: Judgement) -> Iterator[tuple[Reference, Reference]]:
        left, right = self._covered(made.left), self._covered(made.right)
        if made.decision == "different" and made.left.identity == made.right.identity:
            # "This one is not that id elsewhere": the wider side is what the narrower leaves of it.
            narrow = set(left) & set(right)
            left, right = (
                ([each for each in left if each not in narrow], right)
                if len(left) > len(right)
                else (left, [each for each in right if each not in narrow])
            )
        yield from ((one, other) for one, other in product(left, right) if one != other)

    def _settle(self) -> None:
        firm = [*self._kinds_apart(), *self._aparts(human=True)]
        self._join(self._sames(human=True), firm)
        firm += self._aparts(human=False)
        self._join(self._sames(human=False), firm)
        self._join(self._one_ids(), firm)

    def _join(self, edges: list[Edge[Reference]], aparts: list[Apart[Reference]]) -> None:
        for edge, against in join(self._groups, edges, aparts):
            if edge.because is not None:
                self._against[edge.because] |= against

    def _sames(self, *, human: bool) -> list[Edge[Reference]]:
        return [
            Edge(one, other, made.id)
            for made in self._judgements
            if made.decision == "same" and made.human == human
            for one, other in self._pairs(made)
        ]

    def _aparts(self, *, human: bool) -> list[Apart[Reference]]:
        made_apart = [
            Apart(one, other, made.id)
            for made in self._judgements
            if made.decision == "different" and made.human == human and not made.derived
            for one, other in self._pairs(made)
        ]
        if human:
            return made_apart
        for identity, nodes in self._nodes.items():
            for name in self._dimensions[identity]:
                opposed = set(traits.opposed(name, self._known[identity].parts))
                with_value = [
                    (node, value)
                    for node in nodes
                    if (value := traits.read(node.part).get(name, traits.NONE)) != traits.NONE
                ]
                made_apart += [
                    Apart(one, other, self._rule(identity, name, first))
                    for (one, first), (other, second) in combinations(with_value, 2)
                    if tuple(sorted((first, second))) in opposed
                ]
        return made_apart

    def _rule(self, identity: str, name: str, value: str) -> str | None:
        part = traits.written({name: value})
        return next(
            (
                made.id
                for made in self._judgements
                if made.by == f"rule:{name}"
                and made.decision == "different"
                and Reference(identity, part) in made.sides
            ),
            None,
        )

    def _kinds_apart(self) -> list[Apart[Reference]]:
        of_kind: dict[str, list[Reference]] = defaultdict(list)
        for identity, known in self._known.items():
            if known.kind is not None:
                named = [Reference(identity, "", article) for article in known.named]
                of_kind[known.kind] += [*self._nodes[identity], *named]
        return [
            Apart(one, other)
            for first, second in combinations(sorted(of_kind), 2)
            for one, other in product(of_kind[first], of_kind[second])
        ]

    def _one_ids(self) -> list[Edge[Reference]]:
        edges = []
        for identity, known in self._known.items():
            whole = Reference(identity)
            edges += [Edge(whole, node) for node in self._nodes[identity] if node != whole]
            edges += [
                Edge(self._part_node(identity, said.part), Reference(identity, "", article))
                for article, said in sorted(known.named.items())
            ]
        return edges

    def _joiners(self, made: Judgement, pairs: list[tuple[Reference, Reference]]) -> set[str]:
        """Return the judgements that joined what this one says is different."""
        broken = {self._groups.of(one) for one, other in pairs if self._groups.joined(one, other)}
        return {
            each.id
            for each in self._judgements
            if each.decision == "same" and each.human and each.id != made.id
            for one, other in self._pairs(each)
            if self._groups.of(one) in broken and self._groups.joined(one, other)
        }

    def _named(self) -> tuple[dict[Reference, str], dict[str, list[tuple[Reference, Tally]]]]:
        """Return the id of each group's actor, and what of whom it is made."""
        present: dict[Reference, list[tuple[Reference, Tally]]] = defaultdict(list)
        candidates: dict[Reference, set[str]] = defaultdict(set)
        for identity, known in self._known.items():
            parts: dict[Reference, list[Tally]] = defaultdict(list)
            for part, tally in known.unnamed():
                parts[self._part_node(identity, part)].append(tally)
            whole = Reference(identity)
            roots = {self._groups.of(node) for node in parts}
            alone = roots <= {self._groups.of(whole)}
            for node in self._nodes[identity]:
                root = self._groups.of(node)
                if node != whole and not (alone and root == self._groups.of(whole)):
                    candidates[root].add(node.id)
            if alone:
                candidates[self._groups.of(whole)].add(identity)
            for node, tallies in parts.items():
                present[self._groups.of(node)].append((node, total(tallies)))
            for article, said in known.named.items():
                node = Reference(identity, "", article)
                if not self._groups.joined(node, self._part_node(identity, said.part)):
                    candidates[self._groups.of(node)].add(id_in_article(identity, article))
                tally = Tally()
                tally.add(said, 1)
                present[self._groups.of(node)].append((node, tally))
        ids = {root: min(found, key=_rank) for root, found in candidates.items()}
        return ids, {ids[root]: members for root, members in present.items()}


def _dimensions(parts: Collection[str], named: Collection[str]) -> tuple[str, ...]:
    """Return by what an id is told apart: what its own parts cannot share, and what judgements name."""
    found = {*traits.telling(parts), *(name for part in named for name in traits.read(part))}
    return tuple(name for name in traits.DIMENSIONS if name in found)


def _rank(identity: str) -> tuple[int, int, str]:
    """Order the ids that an actor might have: items before names, whole ids before parts, then by alphabet."""
    if traits.is_item(identity):
        return 0, int(identity[1:]), ""
    narrow = "@" in identity
    return 2 if narrow else 1, 0, identity
