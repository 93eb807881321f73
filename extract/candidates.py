"""Candidate claims: a relation between parties at one word, before status and speaker are known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from spacy.tokens import Token

from extract.lexicon import NounFrame, VerbFrame
from extract.party import Party
from extract.statuses import ASSERTED
from graph import ontology

# How sure a way of finding the target is, times the confidence in both parties: a claim's confidence.
SURE = {
    "obj": 0.95, "obj:to": 0.95, "obj:as": 0.95, "obj:good": 0.85, "obj:bad": 0.85, "pair": 0.9, "dative": 0.9, "behind": 0.8, "inobj": 0.8,
    "insubj": 0.8, "inbehind": 0.7, "condition": 0.75, "none": 0.6, "noun": 0.8,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A relation between parties at one word; `target` None means that only `target_text` is known."""

    relation: str
    mode: str | None
    source: Party
    target: Party | None
    target_text: str | None
    trigger: Token
    rule: str
    confidence: float
    status: str = ASSERTED  # what the rule itself says of it, whatever the sentence adds


def across(
    frame: VerbFrame | NounFrame,
    sources: Iterable[Party],
    targets: Iterable[Party],
    trigger: Token,
    rule: str,
    sure: float,
) -> Iterator[Candidate]:
    """Yield a candidate from each source to each target."""
    sources, targets = list(sources), list(targets)
    if len(sources) == len(targets) > 1 and any(each.lower_ == "respectively" for each in trigger.sent):
        # "A and B met C and D respectively": the first with the first
        for source, target in zip(sources, targets, strict=True):
            yield from across(frame, [source], [target], trigger, rule, sure)
        return
    for source in sources:
        for target in targets:
            confidence = round(sure * min(source.confidence, target.confidence), 3)
            yield Candidate(
                frame.relation, frame.mode, source, target, target.text, trigger, rule, confidence
            )


def mutual(
    frame: VerbFrame | NounFrame, parties: list[Party], trigger: Token, rule: str, sure: float
) -> Iterator[Candidate]:
    """Yield a candidate from each party to each other one: "accused each other"."""
    if ontology.load().relations[frame.relation].symmetric:
        yield from pairs(frame, parties, trigger, rule, sure)
        return
    for source in parties:
        yield from across(
            frame, [source], [each for each in parties if each.actor != source.actor], trigger, rule, sure
        )


def pairs(
    frame: VerbFrame | NounFrame, parties: Iterable[Party], trigger: Token, rule: str, sure: float
) -> Iterator[Candidate]:
    """Yield a candidate for each two of the parties."""
    for left, right in combinations(parties, 2):
        if left.actor != right.actor:
            yield from across(frame, [left], [right], trigger, rule, sure)
