"""Who accuses whom by saying what somebody did: "A said that B had broken the deal"."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract import arguments, syntax
from extract.candidates import Candidate
from extract.lexicon import Lexicon
from extract.party import Party
from extract.statuses import ASSERTED

_SURE = 0.75
_RELATION, _MODE = "ACCUSED", "allege"


def reproaches(
    verb: Token, report: Token, speaker: Party, doer: Party, lexicon: Lexicon
) -> Iterator[Candidate]:
    """Yield the accusation in a report of a wrong that somebody else did.

    Args:
        verb: the verb of the reported clause.
        report: the verb that reports it; the accusation stands there.
        speaker: who reports.
        doer: whom the clause names as doing it.
        lexicon: the words that say a wrong.

    """
    if verb.lemma_.lower() not in lexicon.status.wrongdoing_verbs or speaker.actor == doer.actor:
        return
    if syntax.is_passive(verb) or any(each.tag_ in {"MD", "TO"} for each in syntax.auxiliaries(verb)):
        return
    if verb.tag_ == "VB" or _is_negated(verb, lexicon) or _is_idiom(verb, lexicon):
        return
    # Who doubts or asks whether somebody lied accuses nobody.
    told = verb
    while told.dep_ in {"conj", "xcomp"}:
        told = told.head
    if told.head != report or lexicon.reports.get(report.lemma_.lower()) != ASSERTED:
        return
    confidence = round(_SURE * min(speaker.confidence, doer.confidence), 3)
    yield Candidate(
        _RELATION, _MODE, speaker, doer, doer.text, report, f"reproach:{verb.lemma_.lower()}", confidence
    )


def _is_negated(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether a clause says that nobody did it: "neither A nor B ever violated it"."""
    denying = lexicon.status.negators | lexicon.status.negative_determiners | {"nor", "never", "nobody"}
    clause = [verb, verb.head] if verb.dep_ in {"conj", "xcomp"} else [verb]
    return any(
        each.dep_ == "neg" or each.lower_ in denying
        for one in clause
        for left in one.lefts
        for each in left.subtree
    )


def _is_idiom(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether a verb makes no claim with its object: "exploited every opportunity"."""
    words = {word for each in syntax.objects(verb) for word in arguments.object_words(each, lexicon)}
    return any(
        not frame.relation and frame.objects & words for frame in lexicon.verbs.get(verb.lemma_.lower(), ())
    )
