"""What words make of the happenings they govern: promises, refusals, demands in the mouth of a speaker.

"Agreed to free X" promises X something, "will not free X" refuses it, and "A said B must free X" demands it
of B. The governed happening itself stays what it is: planned, negated, planned.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from extract import arguments, syntax
from extract.candidates import Candidate
from extract.lexicon import Commitment, Lexicon
from extract.party import Party
from graph import ontology

_COOPERATION, _CONFLICT = frozenset({1, 2}), frozenset({3, 4})
_FUTURE = frozenset({"will", "would", "wo", "'ll", "’ll", "shall"})
_SURE = 0.85
_ASKING = frozenset({"REQUESTED"})
_HIGHEST = 6  # governors looked at upwards


def commitments(candidates: list[Candidate], lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield the promises and refusals that govern any of a sentence's candidate claims."""
    relations = ontology.load().relations
    for candidate in candidates:
        quad = relations[candidate.relation].quad
        found = _governor(candidate.trigger, lexicon)
        if found is None or candidate.target is None:
            continue
        governor, commitment = found
        name = commitment.good if quad in _COOPERATION else commitment.bad if quad in _CONFLICT else None
        if candidate.relation in _ASKING:
            continue  # who promises to ask threatens nobody
        if name is None or (governor == candidate.trigger and name == candidate.relation):
            continue
        yield replace(
            candidate,
            relation=name,
            mode=None,
            trigger=governor,
            rule=f"commitment:{commitment.entry}+{candidate.rule}",
            status=commitment.status,
            confidence=round(candidate.confidence * _SURE, 3),
        )


def announcements(
    stated: list[Candidate], verb: Token, report: Token, speaker: Party, doer: Party, lexicon: Lexicon
) -> Iterator[Candidate]:
    """Yield what speakers promise who say that they will do something for somebody."""
    entry = lexicon.commitments.get(("will", "own"))
    auxiliaries = {each.lower_ for each in syntax.auxiliaries(verb)}
    if entry is None or entry.good is None or speaker.actor != doer.actor or _is_refused(verb):
        return
    if (
        not auxiliaries & _FUTURE
        or "have" in auxiliaries
        or any(each.dep_ == "neg" for each in verb.children)
    ):
        return
    relations = ontology.load().relations
    for each in stated:
        if (
            each.target is not None
            and _verb_of(each.trigger, lexicon) == verb
            and each.source.actor == speaker.actor
            and relations[each.relation].quad in _COOPERATION
            and each.relation != "VISITED"  # who travels somewhere has promised it to nobody
        ):
            rule = f"commitment:{entry.entry}+{each.rule}"
            sure = round(each.confidence * _SURE, 3)
            yield replace(each, relation=entry.good, mode=None, trigger=report, rule=rule, confidence=sure)


def demands(
    verb: Token, report: Token, speaker: Party, addressee: Party, lexicon: Lexicon
) -> Iterator[Candidate]:
    """Yield what a speaker demands who says that somebody must or should do something."""
    word = _obligation(verb)
    commitment = lexicon.commitments.get((word, "said")) if word else None
    if commitment is None or commitment.good is None or speaker.actor == addressee.actor:
        return
    confidence = round(_SURE * min(speaker.confidence, addressee.confidence), 3)
    yield Candidate(
        commitment.good, None, speaker, addressee, addressee.text, report, f"commitment:{word}", confidence
    )


def _obligation(verb: Token) -> str | None:
    """Return the word by which a clause says what its subject is to do; None for "must have known"."""
    auxiliaries = [each.lower_ for each in syntax.auxiliaries(verb)]
    first = next((each for each in syntax.auxiliaries(verb) if each.lower_ in {"should", "must"}), None)
    after = verb.doc[first.i + 1 : first.i + 2] if first is not None else ()
    if any(each.pos_ in {"PROPN", "NOUN", "PRON", "DET"} for each in after):
        return None  # "should Ottawa draw closer"
    if verb.lemma_ == "be" or syntax.is_passive(verb) or "have" in auxiliaries:
        return None
    for word in ("must", "should", "ought"):
        if word in auxiliaries:
            return word
    governor = verb.head
    if any(each.dep_ == "neg" for each in governor.children):
        return None  # "do not have to justify it"
    apart = any(each.dep_ == "dobj" and each.i < verb.i for each in governor.children)  # "had enough to win"
    if verb.dep_ == "xcomp" and "to" in auxiliaries and governor.lemma_ in {"have", "need"} and not apart:
        return f"{governor.lemma_} to"
    return None


def _governor(trigger: Token, lexicon: Lexicon) -> tuple[Token, Commitment] | None:
    """Return the word that commits to a happening, or refuses it, and its entry."""
    token = _verb_of(trigger, lexicon)
    for _ in range(_HIGHEST):
        if token.pos_ in {"VERB", "AUX"} and _is_refused(token):
            entry = lexicon.commitments.get(("will not", "modal"))
            modal = next(each for each in syntax.auxiliaries(token) if each.lower_ in _FUTURE)
            return (modal, entry) if entry else None
        form = _form(token)
        head = token.head.head if form in {"noun", "to-ing"} else token.head
        if form is None or head == token:
            return None
        entry = lexicon.commitments.get((head.lemma_.lower(), form))
        if entry is not None:
            # What is said of "is willing" is said of its verb: "is not willing", "would be willing".
            copula = head.pos_ == "ADJ" and head.dep_ == "acomp" and head.head.pos_ in {"AUX", "VERB"}
            return (head.head if copula else head), entry
        if form != "conj":
            return None
        token = head
    return None


def _verb_of(trigger: Token, lexicon: Lexicon) -> Token:
    """Return the verb that carries a noun of happening, "hold" of "hold a series of talks", else the noun."""
    token = arguments.counted_by(trigger, lexicon)
    while token.dep_ == "conj" and token.pos_ == token.head.pos_ == "NOUN":
        token = arguments.counted_by(token.head, lexicon)
    carried = token.pos_ == "NOUN" and token.dep_ in {"dobj", "nsubjpass"} and token.head.pos_ == "VERB"
    light = carried and token.head.lemma_.lower() in lexicon.status.light_verbs
    return token.head if light else token


def _form(token: Token) -> str | None:
    """Return how a token hangs on what governs it: "to", "that", "to-ing", "noun", "conj"."""
    infinitive = any(each.tag_ == "TO" and each.dep_ == "aux" for each in token.children)
    if token.dep_ in {"xcomp", "acl", "advcl"}:
        return "to" if infinitive else None
    if token.dep_ == "ccomp":
        return "to" if infinitive else "that"
    if token.dep_ == "pcomp" and token.head.lower_ == "to":
        return "to-ing"
    if token.dep_ == "pobj" and token.head.lower_ == "to":
        return "noun"
    return "conj" if token.dep_ == "conj" else None


def _is_refused(verb: Token) -> bool:
    """Tell whether the verb says what its subject will not do."""
    future = any(each.lower_ in _FUTURE for each in syntax.auxiliaries(verb))
    return future and any(each.dep_ == "neg" for each in verb.children)
