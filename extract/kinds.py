"""What the names of an article are: persons, bodies or places, by evidence from every place where they stand.

A pipeline labels each occurrence by itself, and short names wrongly half the time. Here the occurrences of one name
vote, and what stands around them counts more than the label: titles before it, first names, what an apposition calls
it, what it does, in and near what things happen.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from extract import clues
from extract.clues import BODY, PERSON, PLACE
from extract.gazetteer import Gazetteer
from extract.lexicon import Lexicon
from extract.mentions import SETTING, Name
from extract.spelling import folded

_SETTLED = frozenset({PERSON, BODY, PLACE, SETTING})
_ENOUGH, _LEAD = 1.5, 0.75  # the least weight of evidence that overrules a pipeline's labels, and its lead
_ALONE = 1.0  # the least where no pipeline says anything
_LABEL = 1.5  # what the labels weigh together


@dataclass(slots=True)
class _Case:
    """What speaks for each kind of one spelling; a clue counts once however often it is seen."""

    labels: Counter[str] = field(default_factory=Counter)
    sure: bool = False
    clues: dict[tuple[str, str], float] = field(default_factory=dict)

    def says(self, kind: str, clue: str, weight: float) -> None:
        self.clues[kind, clue] = max(weight, self.clues.get((kind, clue), weight), key=abs)

    def verdict(self) -> str | None:
        """Return the kind that is well ahead, None where the evidence is thin or divided."""
        weights: Counter[str] = Counter()
        for (kind, _), weight in self.clues.items():
            weights[kind] += weight  # type: ignore[assignment]  # weights are fractions
        seen = sum(self.labels.values())
        for kind, count in self.labels.items():
            weights[kind] += (_LABEL if self.sure else _LABEL / 2) * count / seen  # type: ignore[assignment]
        ranked = weights.most_common(2)
        if not ranked or ranked[0][1] < (_ENOUGH if seen else _ALONE) or ranked[0][0] not in _SETTLED:
            return None
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        return ranked[0][0] if ranked[0][1] - max(second, 0.0) >= _LEAD else None


def settle(
    docs: list[Doc], found: list[list[Name]], gazetteer: Gazetteer, lexicon: Lexicon
) -> list[list[Name]]:
    """Return the names of each page with the kind that the whole article speaks for.

    Names that the gazetteer knows and names of groups keep theirs.
    """
    cases: dict[str, _Case] = defaultdict(_Case)
    words: dict[str, list[str]] = {}
    for doc, named in zip(docs, found, strict=True):
        for name in named:
            if name.known or name.kind == "Group":
                continue
            key = folded(name.text)
            if name.rule != "overlooked":
                cases[key].labels[name.kind] += 1
                # Of what stands somewhere a pipeline knows less than of who lives there.
                cases[key].sure |= name.rule not in {"pipeline:FAC", "pipeline:LOC"}
            words.setdefault(key, name.text.split())
            for kind, clue, weight in clues.of(doc, name, gazetteer, lexicon):
                cases[key].says(kind, clue, weight)
    _share_surnames(cases, words)
    _share_lists(docs, found, cases)
    verdicts = {key: case.verdict() or _majority(case) for key, case in cases.items()}
    return [[_as(name, verdicts.get(folded(name.text))) for name in named] for named in found]


def _as(name: Name, kind: str | None) -> Name:
    return name if kind is None or name.known or name.kind == "Group" else replace(name, kind=kind)


def _majority(case: _Case) -> str | None:
    if not case.labels:
        return None
    (first, count), *rest = case.labels.most_common()
    if rest and rest[0][1] == count:
        return None
    against = sum(w for (kind, clue), w in case.clues.items() if kind == first and clue in {"a", "the"})
    return BODY if first == PERSON and against <= -1 else first


def _share_surnames(cases: dict[str, _Case], words: dict[str, list[str]]) -> None:
    """Let full names and the surnames and first names in them speak for each other."""
    last: dict[str, list[str]] = defaultdict(list)
    first: dict[str, list[str]] = defaultdict(list)
    for key, parts in words.items():
        if len(parts) > 1:
            last[folded(parts[-1])].append(key)
            first[folded(parts[0])].append(key)
    for key, parts in words.items():
        if len(parts) != 1:
            continue
        own = cases[key]
        if own.verdict() == PERSON:
            for longer in last.get(key, ()):
                cases[longer].says(PERSON, "surname", 1.0)
        if any(cases[longer].verdict() == PERSON for longer in last.get(key, ())):
            own.says(PERSON, "surname", 3.0)
        elif any(cases[longer].verdict() == PERSON for longer in first.get(key, ())):
            own.says(PERSON, "first", 2.0)


def _share_lists(docs: list[Doc], found: list[list[Name]], cases: dict[str, _Case]) -> None:
    """Let the names of a list speak for each other: "Zeus, Hera and Athena" are all of one kind."""
    verdicts = {key: case.verdict() or _majority(case) for key, case in cases.items()}
    for doc, named in zip(docs, found, strict=True):
        lists: dict[int, list[Name]] = defaultdict(list)
        for name in named:
            first = doc[name.head]
            while first.dep_ == "conj":
                first = first.head
            lists[first.i].append(name)
        for members in lists.values():
            kinds = Counter(
                name.kind if name.known else verdicts.get(folded(name.text)) or "" for name in members
            )
            for name in members:
                if name.known or name.kind == "Group":
                    continue
                others = kinds - Counter([verdicts.get(folded(name.text)) or ""])
                for kind in (PERSON, BODY, PLACE):
                    same = others[kind] + (others["Country"] if kind == PLACE else 0)
                    if same > 1 and same > others.total() / 2:
                        cases[folded(name.text)].says(kind, "list", 1.5)
