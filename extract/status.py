"""Is a happening said to have happened: asserted, planned, conditional, possible, negated or denied.

The status of a word is what its own clause says of it (negation, modal verb, hedge), then, from the inside
out, what each governing verb, adjective, noun or conjunction does to it: "denied | plans to | if". Nothing
that has not been said to have happened leaves here as asserted.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from extract import syntax
from extract.lexicon import Complement, Lexicon

ASSERTED, PLANNED, CONDITIONAL, POSSIBLE, NEGATED, DENIED = (
    "asserted", "planned", "conditional", "possible", "negated", "denied",
)  # fmt: skip
# Over, and not what the sentence tells: "lifted the sanctions". No claim is made of it.
ENDED = "ended"
_NEXT = 2  # tokens from a verb to a negation that follows it
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_FACTUAL = frozenset({"after", "because", "since", "as", "while", "although", "though", "whereas"})


@dataclass(frozen=True, slots=True)
class Judged:
    """A status, the words of the condition it rests on, and the steps that led to it."""

    status: str
    condition: tuple[Token, Token] | None
    steps: tuple[str, ...]


def compose(outer: str, inner: str) -> str:
    """Return the status of something `inner` inside something `outer`: planned inside denied is denied."""
    if outer in {ASSERTED, "none"}:
        return inner
    if ENDED in {outer, inner}:
        return ENDED
    if inner == ASSERTED:
        return outer
    if {outer, inner} == {NEGATED, DENIED} or outer == inner == NEGATED or outer == inner == DENIED:
        return POSSIBLE  # "did not deny", "denied that it never": nothing is settled
    if NEGATED in {outer, inner} or DENIED in {outer, inner}:
        return outer if outer in {NEGATED, DENIED} else inner
    return outer if outer == CONDITIONAL or (outer == POSSIBLE and inner != CONDITIONAL) else inner


def judge(
    token: Token,
    lexicon: Lexicon,
    *,
    speech_act: bool = False,
    own_act: bool = False,
    attributed: bool = False,
) -> Judged:
    """Return the status of the happening a token names.

    Args:
        token: a verb, or a noun of happening.
        lexicon: the words that change status.
        speech_act: the token is a threat, a promise or the like, which happens even when its condition
            does not: an if-clause that hangs on it is its condition and leaves its status alone.
        own_act: whoever reports it does it: "claimed to have met" is no doubt of the writer's then.
        attributed: the text says who reports it, so "reportedly" only says it again.

    """
    return _Walk(lexicon, speech_act=speech_act, own_act=own_act, attributed=attributed).judge(token)


class _Walk:
    def __init__(self, lexicon: Lexicon, *, speech_act: bool, own_act: bool, attributed: bool) -> None:
        self._lexicon = lexicon
        self._words = lexicon.status
        self._speech_act = speech_act
        self._own_act = own_act
        # "Reportedly" with its source named is that source's statement, not a doubt.
        self._hedges = self._words.hedges - {"reportedly"} if attributed else self._words.hedges
        self._steps: list[str] = []
        self._condition: tuple[Token, Token] | None = None

    def judge(self, token: Token) -> Judged:
        status = self._own(token)
        settled = False
        for below, above in syntax.ancestors_with_link(token):
            effect, goes_on = self._step(below, above)
            if settled and effect != POSSIBLE:
                effect = ASSERTED  # only who reports it can still cast doubt on it
            settled = settled or self._is_past_circumstance(below)
            if effect != ASSERTED:
                self._steps.append(f"{above.text}: {effect}")
            status = compose(effect, status)
            if not goes_on:
                break
        if self._is_question(token):
            self._steps.append("question: possible")
            status = compose(POSSIBLE, status)
        return Judged(status, self._condition, tuple(self._steps))

    def _own(self, token: Token) -> str:
        status = self._noun(token) if token.pos_ in {"NOUN", "PROPN"} else self._clause(token)
        if status != ASSERTED:
            self._steps.append(f"{token.text}: {status}")
        return status

    def _noun(self, noun: Token) -> str:
        status = ASSERTED
        for each in noun.children:
            word = each.lower_
            if each.dep_ in {"det", "predet", "amod"} and word in self._words.negative_determiners:
                status = compose(NEGATED, status)
            elif each.dep_ in {"amod", "compound", "advmod"}:
                effect = self._words.adjectives.get(word) or self._words.adjectives.get(each.lemma_.lower())
                if effect is None and word in self._words.hedges:
                    effect = POSSIBLE
                # "the reportedly planned attack"
                status = compose(effect or ASSERTED, status)
            elif each.dep_ == "det" and word in {"any", "whatever"}:
                status = compose(POSSIBLE, status)
        return status

    def _clause(self, verb: Token) -> str:
        """Return what negation, modal verbs, hedges and conditions in a verb's own clause say."""
        status = self._polarity(verb)
        condition = self._if_clause(verb)
        if condition is not None:
            self._condition = condition
            if not self._speech_act and status in {ASSERTED, PLANNED}:
                status = CONDITIONAL
        if self._is_imperative(verb):
            # "Do not attack": nothing is said of whether it was done.
            status = POSSIBLE if status == NEGATED else compose(PLANNED, status)
        if self._is_inverted(verb) and not self._is_question(verb):
            status = compose(CONDITIONAL, status)
        return status

    def _polarity(self, verb: Token) -> str:
        status = ASSERTED
        auxiliaries = syntax.auxiliaries(verb)
        for each in auxiliaries:
            effect = self._words.modals.get(each.lower_) or self._words.modals.get(each.lemma_.lower())
            if effect is None and each.tag_ == "TO" and verb.head.lemma_ == "be" and verb.dep_ == "xcomp":
                effect = PLANNED  # "is to meet"
            if effect is not None and not (
                effect == PLANNED and any(one.lower_ == "have" for one in auxiliaries)
            ):
                status = compose(effect, status)
            elif effect is not None:
                status = compose(CONDITIONAL, status)  # "should have met"
        for each in verb.children:
            if each.dep_ == "neg" or (
                each.dep_ in {"advmod", "preconj", "cc"} and each.lower_ in self._words.negators
            ):
                if each.dep_ == "cc" and each.i < verb.i:
                    continue
                if self._negates_less(each, verb):
                    continue
                status = compose(NEGATED, status)
            elif each.dep_ in {"advmod", "npadvmod"} and each.lower_ in self._hedges:
                status = compose(POSSIBLE, status)
            elif (each.dep_ in {"nsubj", "nsubjpass"} and self._is_nobody(each)) or (
                each.dep_ == "dobj"
                and any(
                    one.dep_ in {"det", "neg"} and one.lower_ in self._words.negative_determiners
                    for one in each.children
                )
            ):
                status = compose(NEGATED, status)
        if any(self._is_no_longer(each) for each in self._adverbs(verb)):
            status = compose(NEGATED, status)
        if verb.dep_ == "conj" and self._shares_negation(verb):
            status = compose(NEGATED, status)
        return status

    def _adverbs(self, verb: Token) -> list[Token]:
        """Return the adverbs of a verb and of the adjective it links to."""
        heads = [verb, *syntax.children(verb, "acomp")]
        return [each for head in heads for each in syntax.children(head, "advmod")]

    def _is_no_longer(self, adverb: Token) -> bool:
        """Tell whether an adverb says that something has ended: "no longer", "no more"."""
        return adverb.lower_ in {"longer", "more"} and any(
            each.lower_ in self._words.negative_determiners for each in adverb.children
        )

    def _negates_less(self, negator: Token, verb: Token) -> bool:
        """Tell whether a negation is of something else: "not just", "…, not for money"."""
        after = negator.nbor().lower_ if negator.i + 1 < len(negator.doc) else ""
        if negator.i > 1 and [each.lower_ for each in negator.doc[negator.i - 2 : negator.i]] == [
            "whether",
            "or",
        ]:
            return True
        return after in {"just", "only", "merely", "simply", "necessarily"} or negator.i > verb.i + _NEXT

    def _is_nobody(self, subject: Token) -> bool:
        return subject.lower_ in {"nobody", "none", "neither", "nothing"} or any(
            each.dep_ in {"det", "neg"} and each.lower_ in self._words.negative_determiners
            for each in subject.children
        )

    def _shares_negation(self, verb: Token) -> bool:
        """Tell whether a second verb is negated with the first: "did not meet or sign"."""
        coordinator = next(
            (each.lower_ for each in verb.head.children if each.dep_ == "cc" and each.i < verb.i), ""
        )
        negated = any(each.dep_ == "neg" for each in verb.head.children)
        own_subject = syntax.child(verb, "nsubj", "nsubjpass") is not None
        return not own_subject and (coordinator == "nor" or (negated and coordinator == "or"))

    def _if_clause(self, verb: Token) -> tuple[Token, Token] | None:
        # The condition of "threatened tariffs if …" may hang on the verb or on what it governs.
        for holder in [
            verb,
            *(each for each in verb.children if self._speech_act and each.dep_ in {"ccomp", "xcomp"}),
        ]:
            for each in holder.children:
                if each.dep_ == "advcl" and any(
                    one.dep_ in {"mark", "advmod"}
                    and self._words.condition_marks.get(one.lower_) == CONDITIONAL
                    for one in each.children
                ):
                    subtree = list(each.subtree)
                    return subtree[0], subtree[-1]
        return None

    def _is_imperative(self, verb: Token) -> bool:
        helped = [each.lower_ for each in syntax.children(verb, "aux", "auxpass")]
        told = verb.dep_ == "xcomp" and "do" in helped  # "told Russia: do not attack"
        helped = [each for each in helped if each != "do"]
        return (
            verb.tag_ == "VB"
            and (verb.dep_ in {"ROOT", "ccomp", "parataxis"} or told)
            and not helped
            and not syntax.children(verb, "nsubj", "nsubjpass")
        )

    def _is_question(self, token: Token) -> bool:
        text = token.sent.text.rstrip("\"”’') ")
        # A quoted question inside a report makes only the quotation doubtful; that costs a fact, not a lie.
        return text.endswith("?")

    def _step(self, below: Token, above: Token) -> tuple[str, bool]:
        """Return what `above` does to what hangs on it by `below`, and whether to go further up."""
        link = below.dep_
        if link in {"xcomp", "ccomp", "pcomp", "csubj"} or (link == "advcl" and below.tag_ == "VB"):
            return self._governed(below, above)
        if link == "advcl":
            return self._adverbial(below)
        if link == "acl":
            return self._noun_complement(below, above)
        if link == "relcl" and self._is_content(below):
            noun = above.head.head if above.dep_ == "pobj" and above.head.lower_ == "by" else above
            lemma = noun.lemma_.lower()
            if self._complement(lemma, "that") is not None or lemma in self._lexicon.reports:
                return self._noun_complement(below, noun)
        if link == "relcl":
            return (PLANNED, False) if self._is_infinitive(below) else (ASSERTED, True)
        if link in {
            "dobj",
            "pobj",
            "nsubj",
            "nsubjpass",
            "attr",
            "oprd",
            "appos",
            "conj",
            "dep",
            "compound",
            "poss",
        }:
            return self._nominal(below, above)
        return ASSERTED, True

    def _governed(self, below: Token, above: Token) -> tuple[str, bool]:
        if below.dep_ == "pcomp":
            return self._after_preposition(above)
        infinitive = self._is_infinitive(below)
        form = "to" if infinitive else "ing" if below.tag_ == "VBG" and below.dep_ != "ccomp" else "that"
        lemma = self._governor(above).lemma_.lower()
        complement = self._complement(lemma, form) or (
            self._complement(lemma, "to") if form == "ing" else None
        )
        if form == "that" and above.pos_ in {"VERB", "AUX"} and lemma in self._lexicon.reports:
            complement = Complement("", self._lexicon.reports[lemma])
        if (
            self._own_act
            and complement is not None
            and complement.effect == POSSIBLE
            and lemma in self._lexicon.reports
        ):
            complement = Complement("", ASSERTED)
        marks = [each.lower_ for each in below.children if each.dep_ == "mark"]
        if any(self._words.condition_marks.get(mark) for mark in marks):
            return POSSIBLE, True
        if complement is None:
            if infinitive:
                # Nothing is known of the governor: an infinitive by itself says that nothing happened yet.
                return PLANNED, True
            effect = ASSERTED
        else:
            effect = complement.effect
        outer = self._polarity(self._clause_verb(above)) if above.pos_ in {"VERB", "AUX", "ADJ"} else ASSERTED
        if form == "that" and outer == NEGATED and effect == ASSERTED:
            if lemma in {"true", "correct", "accurate"}:
                return NEGATED, True  # "it is not true that"
            return POSSIBLE, True  # "did not say that": nothing is settled
        return self._through(effect, outer), True

    def _governor(self, above: Token) -> Token:
        """Return the word that says what a clause is: "false" of "it is false that", else the governor itself."""
        if above.lemma_ != "be":
            return above
        return syntax.child(above, "acomp", "attr") or above

    def _clause_verb(self, above: Token) -> Token:
        """Return the verb whose negation and modals are those of an adjective: "is not willing"."""
        copula = above.pos_ == "ADJ" and above.dep_ == "acomp" and above.head.pos_ in {"VERB", "AUX"}
        return above.head if copula else above

    def _through(self, effect: str, outer: str) -> str:
        """Return what a governor of that effect does when it is itself `outer`: "did not manage", "may plan"."""
        if outer == ASSERTED or effect == ENDED:
            return ASSERTED if effect == "none" else effect
        if effect in {ASSERTED, "none"}:
            return (
                POSSIBLE
                if outer == PLANNED
                else outer
                if outer != NEGATED or effect == ASSERTED
                else POSSIBLE
            )
        if outer == NEGATED:
            return NEGATED if effect == PLANNED else POSSIBLE
        return effect

    def _after_preposition(self, preposition: Token) -> tuple[str, bool]:
        word = preposition.lower_
        if word in {"without", "instead", "besides"} or (
            word == "of" and preposition.head.lower_ == "instead"
        ):
            return NEGATED, False
        governor = preposition.head
        complement = self._complement(governor.lemma_.lower(), word) or (
            self._complement(governor.lemma_.lower(), "to-ing") if word == "to" else None
        )
        if complement is None:
            return (POSSIBLE if word in {"against", "before", "from"} else ASSERTED), True
        outer = self._polarity(governor) if governor.pos_ == "VERB" else self._noun(governor)
        return self._through(complement.effect, outer), True

    def _adverbial(self, below: Token) -> tuple[str, bool]:
        for each in below.children:
            if each.dep_ in {"mark", "advmod"} and (effect := self._words.condition_marks.get(each.lower_)):
                return effect, True
        if self._is_inverted(below):
            return CONDITIONAL, True
        return (PLANNED, True) if self._is_infinitive(below) else (ASSERTED, True)

    def _is_inverted(self, below: Token) -> bool:
        """Tell whether a clause is a condition by its order of words: "had Russia attacked"."""
        subject = syntax.child(below, "nsubj", "nsubjpass")
        first = next((each for each in below.children if each.dep_ in {"aux", "auxpass"}), None)
        return subject is not None and first is not None and first.i < subject.i

    def _is_past_circumstance(self, below: Token) -> bool:
        """Tell whether a clause says what had happened by then: "plans to arm after Russia seized Crimea"."""
        past = below.tag_ == "VBD" or any(
            each.lemma_ == "have" and each.tag_ == "VBD" for each in below.children
        )
        if below.dep_ == "relcl":
            # "…, in front of the court, which rejected the lawsuit": said of it besides.
            named = below.head.pos_ == "PROPN"
            return named and past and any(each.lower_ in {"who", "which"} for each in below.children)
        return (
            below.dep_ == "advcl"
            and past
            and any(each.dep_ == "mark" and each.lower_ in _FACTUAL for each in below.children)
        )

    def _is_content(self, below: Token) -> bool:
        """Tell whether a clause lacks nothing, so that it says what a noun is about: "a report that he met X"."""
        subject = syntax.child(below, "nsubj", "nsubjpass")
        whole = subject is not None and subject.lower_ not in {"who", "which", "that"}
        return (
            whole
            and any(
                each.lower_ == "that" and each.dep_ in {"mark", "dobj", "advmod"} for each in below.children
            )
            and any(
                each.dep_ in {"dobj", "prep", "attr"} and each.lower_ != "that" for each in below.children
            )
        )

    def _noun_complement(self, below: Token, noun: Token) -> tuple[str, bool]:
        if self._is_infinitive(below):
            complement = self._complement(noun.lemma_.lower(), "to")
            return (complement.effect if complement else PLANNED), True
        if below.tag_ in _FINITE:
            # "allegations that X attacked Y": a noun of saying settles nothing.
            complement = self._complement(noun.lemma_.lower(), "that")
            effect = (
                complement.effect if complement else self._lexicon.reports.get(noun.lemma_.lower(), POSSIBLE)
            )
            if self._noun(noun) != ASSERTED:
                effect = POSSIBLE  # "no evidence that", "alleged proof that": nothing is settled
            return effect, True
        return ASSERTED, True

    def _nominal(self, below: Token, above: Token) -> tuple[str, bool]:
        """Return what is done to a noun of happening: "called for talks", "cancelled the visit"."""
        if below.pos_ in {"VERB", "AUX"}:
            return ASSERTED, True
        if below.dep_ == "conj":
            return ASSERTED, True
        if above.pos_ == "ADP":
            complement = self._complement(above.head.lemma_.lower(), above.lower_)
            if complement is not None:
                return self._through(complement.effect, self._polarity(above.head)), True
            return (NEGATED if above.lower_ == "without" else ASSERTED), True
        if above.pos_ not in {"VERB", "AUX"}:
            return ASSERTED, True
        lemma = above.lemma_.lower()
        outer = self._polarity(above)
        complement = self._complement(lemma, "noun")
        if complement is not None and below.dep_ in {"dobj", "nsubjpass"}:
            return self._through(complement.effect, outer), True
        if lemma in self._words.light_verbs or lemma in self._words.occurrence_verbs or lemma == "be":
            return outer, True
        return (ASSERTED if outer == ASSERTED else POSSIBLE), True

    def _complement(self, lemma: str, form: str) -> Complement | None:
        return self._lexicon.complements.get((lemma, form))

    def _is_infinitive(self, verb: Token) -> bool:
        return any(each.tag_ == "TO" and each.dep_ == "aux" for each in verb.children)
