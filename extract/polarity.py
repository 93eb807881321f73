"""What the clause or phrase of a happening itself says: negation, modal verbs, hedges, conditions."""

from spacy.tokens import Token

from extract import fictions, syntax
from extract.lexicon import Lexicon
from extract.statuses import ASSERTED, CONDITIONAL, NEGATED, PLANNED, POSSIBLE, compose

# First and last token of an if-clause.
Condition = tuple[Token, Token]
# With "not" these say nothing of what happened: "may not", "should not".
_OPEN = frozenset({"may", "might", "should", "must", "ought"})
_FRONTED = frozenset(
    {
        "no",
        "not",
        "nor",
        "neither",
        "never",
        "hardly",
        "scarcely",
        "barely",
        "rarely",
        "seldom",
        "only",
        "little",
        "so",
    }
)
_JUST = frozenset({"hardly", "scarcely", "barely"})
_INSIDE = frozenset({"in"})
_SCOFFING = (["as", "if"], ["as", "though"])
_UNDER = frozenset({"under"})
_LONGEST_PHRASE = 4  # words of "on the condition that"
_NEAR = 40  # tokens after a verb that a phrase which belongs to it may begin in
_NEXT = 2  # tokens from a verb to a negation that follows it


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb stands with "to"."""
    return any(each.tag_ == "TO" and each.dep_ == "aux" for each in verb.children)


def _spelled(adjective: Token) -> str:
    """Return an adjective with what its hyphens cut off: "would-be"."""
    parts = list(adjective.subtree)
    return (
        "".join(each.lower_ for each in parts)
        if any(each.text == "-" for each in parts)
        else adjective.lower_
    )


class Polarity:
    """Reads one happening's own words; what governs it is `extract.status`."""

    def __init__(self, lexicon: Lexicon, *, speech_act: bool, attributed: bool) -> None:
        self._words = lexicon.status
        self._lexicon = lexicon
        self._speech_act = speech_act
        # "Reportedly" with its source named is that source's statement, not a doubt.
        self._hedges = self._words.hedges - {"reportedly"} if attributed else self._words.hedges

    def noun(self, noun: Token) -> str:
        """Return what determiners and adjectives of a noun say: "no talks", "the alleged attack"."""
        status = ASSERTED
        for each in noun.children:
            word = _spelled(each)
            if each.dep_ == "relcl" and self._is_denying(each):
                status = compose(NEGATED, status)  # "the attack that never was"
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
            elif each.dep_ in {"acl", "advcl"} and any(
                self._words.condition_marks.get(one.lower_) for one in syntax.children(each, "mark")
            ):
                status = compose(CONDITIONAL, status)  # "tariffs, if imposed, …"
        return status

    def _is_denying(self, verb: Token) -> bool:
        """Tell whether a relative clause says that what it describes was not: "that never was", "which did not happen"."""
        subject = syntax.child(verb, "nsubj")
        there_is = verb.lemma_ == "be" and syntax.child(verb, "attr", "acomp", "prep", "advmod") is None
        return (
            (there_is or verb.lemma_ in self._words.occurrence_verbs)
            and subject is not None
            and subject.lower_ in {"that", "which"}
            and any(each.dep_ == "neg" or each.lower_ == "never" for each in verb.children)
        )

    def clause(self, verb: Token) -> tuple[str, Condition | None]:
        """Return what negation, modal verbs, hedges and conditions in a verb's own clause say."""
        status = self.verb(verb)
        condition = self._if_clause(verb)
        if condition is not None and not self._speech_act and status in {ASSERTED, PLANNED}:
            status = CONDITIONAL
        if syntax.is_instead(verb):
            status = NEGATED  # "rather than arrest him"
        if self._is_imperative(verb):
            # "Do not attack": nothing is said of whether it was done.
            status = POSSIBLE if status == NEGATED else compose(PLANNED, status)
        if verb.dep_ == "ROOT" and [each.lower_ for each in verb.sent[:2]] in _SCOFFING:
            status = compose(CONDITIONAL, status)  # "As if it had ever helped!"
        if self.is_inverted(verb) and not self.is_question(verb):
            status = compose(CONDITIONAL, status)
        return status, condition

    def _is_supposed(self, verb: Token) -> bool:
        """Tell whether a phrase before a clause makes it a condition: "in case X attacks", "provided that X met Y"."""
        subject = syntax.child(verb, "nsubj", "nsubjpass", "expl")
        if subject is None:
            return False
        start = subject.left_edge.i
        before = " ".join(each.lower_ for each in verb.doc[max(0, start - _LONGEST_PHRASE) : start])
        return before.endswith(self._words.condition_phrases)

    def _is_nearing(self, verb: Token) -> bool:
        """Tell whether words before a verb say that it came close: "all but declared war"."""
        before = " ".join(each.lower_ for each in verb.doc[max(0, verb.i - _LONGEST_PHRASE) : verb.i])
        return f" {before}".endswith(tuple(f" {each}" for each in self._words.nearing_phrases))

    def mark(self, mark: Token) -> str | None:
        """Return what a conjunction says of its clause: "if", "unless", "as though"."""
        before = mark.nbor(-1).lower_ if mark.i else ""
        if (mark.lower_, before) in {("though", "as"), ("as", "long")}:
            return CONDITIONAL
        return self._words.condition_marks.get(mark.lower_)

    def verb(self, verb: Token) -> str:
        """Return what negation, modal verbs and hedges beside a verb say."""
        status = self._modal(verb)
        for each in verb.children:
            if each.dep_ == "neg" or (
                each.dep_ in {"advmod", "preconj", "cc"} and each.lower_ in self._words.negators
            ):
                if each.dep_ == "cc" and each.i < verb.i:
                    continue
                if self._negates_less(each, verb):
                    continue
                status = POSSIBLE if self._is_doubtful(verb) else compose(NEGATED, status)
            elif each.dep_ in {"advmod", "npadvmod"} and each.lower_ in self._hedges:
                # "reportedly plans to", "will probably": a plan is doubtful enough.
                status = status if status == PLANNED else compose(POSSIBLE, status)
            elif (each.dep_ in {"nsubj", "nsubjpass"} and self._is_nobody(each)) or (
                each.dep_ == "dobj"
                and any(
                    one.dep_ in {"det", "neg"} and one.lower_ in self._words.negative_determiners
                    for one in each.children
                )
            ):
                status = compose(NEGATED, status)
        status = compose(self._setting(verb), status)
        if self._is_supposed(verb):
            status = compose(CONDITIONAL, status)
        if self._is_nearing(verb) or fictions.is_hearsay(verb, self._words) or self._is_doubted_after(verb):
            status = compose(POSSIBLE, status)
        if any(self._is_never(each) for each in syntax.children(verb, "prep") if each.i < verb.i):
            status = compose(NEGATED, status)
        if any(self._is_no_longer(each) for each in self._adverbs(verb)):
            status = compose(NEGATED, status)
        if verb.dep_ == "conj" and self._shares_negation(verb):
            status = compose(NEGATED, status)
        return status

    def _setting(self, verb: Token) -> str:
        """Return what a phrase beside a verb says of where it holds: "in the novel", "under the deal".

        At the front of a sentence it holds for the verbs beside the first one, too.
        """
        first = verb.head if verb.dep_ in {"acomp", "attr"} and verb.head.pos_ == "AUX" else verb
        if self._is_set_in_fiction(verb):
            return POSSIBLE
        while first.dep_ == "conj" and first.head.pos_ in {"VERB", "AUX"}:
            first = first.head
        for each in syntax.children(verb, "prep") + (syntax.children(first, "prep") if first != verb else []):
            if each.head != verb and each.i > verb.i:
                continue
            below = syntax.preposition_objects(each, "to") if each.lower_ == "according" else []
            for noun in [*syntax.children(each, "pobj"), *below]:
                told = each.lower_ == "by" and noun.lemma_ in self._words.tellings
                if (below or told or each.lower_ in _INSIDE) and fictions.is_imagined(noun, self._words):
                    return POSSIBLE
                # In the past tense it has been done.
                if each.lower_ in _UNDER and noun.lemma_.lower() in self._words.agreed_nouns:
                    present = verb.tag_ in {"VBZ", "VBP"} and not any(
                        one.tag_ == "VBD" or one.lemma_ == "have" for one in syntax.children(verb, "aux")
                    )
                    return PLANNED if present else ASSERTED
        return ASSERTED

    def _is_doubted_after(self, verb: Token) -> bool:
        """Tell whether a clause after a verb doubts it: "…, it is feared"."""
        for each in syntax.children(verb, "ccomp", "parataxis"):
            subject = syntax.child(each, "nsubj", "nsubjpass")
            if each.i < verb.i or subject is None or subject.lower_ != "it" or subject.nbor(-1).text != ",":
                continue
            complement = self._lexicon.complement(each, "that")
            if complement is not None and complement.effect == POSSIBLE:
                return True
        return False

    def _is_set_in_fiction(self, verb: Token) -> bool:
        """Tell whether a phrase at the end, which a parse may hang on a noun, says so: "met X at the airport in the film"."""
        for each in verb.doc[verb.i + 1 : min(verb.i + _NEAR, verb.sent.end)]:
            if each.lemma_.lower() not in self._words.fiction_nouns or each.dep_ != "pobj":
                continue
            above = each.head
            if above.lower_ != "in" or above.i < verb.i:
                continue
            while above.head != above and above.head.pos_ in {"NOUN", "PROPN", "ADP", "ADJ"}:
                above = above.head
            if above.head == verb:
                return True
        return False

    def _modal(self, verb: Token) -> str:
        status = ASSERTED
        auxiliaries = syntax.auxiliaries(verb)
        perfect = any(one.lower_ == "have" for one in auxiliaries)
        for each in auxiliaries:
            effect = self._words.modals.get(each.lower_) or self._words.modals.get(each.lemma_.lower())
            if effect is None and each.tag_ == "TO" and verb.head.lemma_ == "be" and verb.dep_ == "xcomp":
                effect = PLANNED  # "is to meet"
            elif effect == CONDITIONAL and not perfect and self._is_backshifted(verb):
                effect = PLANNED
            if effect == PLANNED and perfect:
                effect = CONDITIONAL  # "should have met"
            status = compose(effect or ASSERTED, status)
        return status

    def _is_doubtful(self, verb: Token) -> bool:
        """Tell whether a negation leaves all open: "may not meet", "should not meet", unlike "cannot meet"."""
        return any(each.lower_ in _OPEN for each in syntax.auxiliaries(verb))

    def _is_backshifted(self, verb: Token) -> bool:
        """Tell whether "would" is a "will" that somebody said: "announced that it would attack"."""
        while verb.dep_ == "conj":
            verb = verb.head
        above = verb.head
        past = above.tag_ in {"VBD", "VBN"} or any(each.tag_ == "VBD" for each in above.children)
        return verb.dep_ == "ccomp" and past and self._is_said_by(above)

    def _is_said_by(self, governor: Token) -> bool:
        reports = self._lexicon.reports
        return governor.lemma_.lower() in reports or self._lexicon.complement(governor, "that") is not None

    def _adverbs(self, verb: Token) -> list[Token]:
        """Return the adverbs of a verb and of the adjective it links to."""
        heads = [verb, *syntax.children(verb, "acomp")]
        return [each for head in heads for each in syntax.children(head, "advmod")]

    def _is_never(self, preposition: Token) -> bool:
        """Tell whether a phrase before a verb says that it was never so: "at no point", "under no circumstances"."""
        return any(
            one.lower_ in self._words.negative_determiners
            for each in syntax.children(preposition, "pobj")
            for one in syntax.children(each, "det")
        )

    def _is_no_longer(self, adverb: Token) -> bool:
        """Tell whether an adverb says that something has ended: "no longer", "no more"."""
        return adverb.lower_ in {"longer", "more"} and any(
            each.lower_ in self._words.negative_determiners for each in adverb.children
        )

    def _negates_less(self, negator: Token, verb: Token) -> bool:
        """Tell whether a negation is of something else: "not just", "…, not for money"."""
        after = negator.nbor().lower_ if negator.i + 1 < len(negator.doc) else ""
        if negator.lower_ in _JUST and after == "had":
            return True  # "Hardly had X attacked when …": it had
        if negator.i > 1 and [each.lower_ for each in negator.doc[negator.i - 2 : negator.i]] == [
            "whether",
            "or",
        ]:
            return True
        return after in {"just", "only", "merely", "simply", "necessarily"} or negator.i > verb.i + _NEXT

    def _is_nobody(self, subject: Token) -> bool:
        return subject.lower_ in {"nobody", "none", "neither", "nothing"} or any(
            each.dep_ in {"det", "neg", "preconj"} and each.lower_ in self._words.negative_determiners
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

    def _if_clause(self, verb: Token) -> Condition | None:
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

    def is_question(self, token: Token) -> bool:
        """Tell whether the sentence asks."""
        text = token.sent.text.rstrip("\"”’') ")
        # A quoted question inside a report makes only the quotation doubtful; that costs a fact, not a lie.
        return text.endswith("?")

    def is_inverted(self, below: Token) -> bool:
        """Tell whether a clause is a condition by its order of words: "had Russia attacked"."""
        subject = syntax.child(below, "nsubj", "nsubjpass")
        first = next((each for each in below.children if each.dep_ in {"aux", "auxpass"}), None)
        if subject is None or first is None or first.i > subject.i:
            return False
        # "Hardly had X …", "at no point did X …": a negation at the front turns the order, too.
        front = below.doc[max(below.sent.start, first.i - 4) : first.i]
        return not any(each.lower_ in _FRONTED for each in front)
