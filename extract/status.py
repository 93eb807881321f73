"""Is a happening said to have happened: asserted, planned, conditional, possible, negated or denied.

The status of a word is what its own clause says of it (negation, modal verb, hedge), then, from the inside
out, what each governing verb, adjective, noun or conjunction does to it: "denied | plans to | if". Nothing
that has not been said to have happened leaves here as asserted.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from extract import arguments, fictions, syntax
from extract.lexicon import Complement, Lexicon
from extract.polarity import Condition, Polarity, is_infinitive
from extract.statuses import ASSERTED, CONDITIONAL, DENIED, ENDED, NEGATED, PLANNED, POSSIBLE, compose

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Prepositions before a gerund that, after a word of which nothing is known, say nothing of whether it was done.
_UNSETTLING = frozenset(
    {"about", "against", "at", "before", "from", "into", "near", "of", "to", "toward", "towards"}
)
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos"})
_CONCEDING = frozenset({"although", "though", "while", "whereas"})
_RANKS = frozenset({"first", "second", "third", "last", "latest", "only", "youngest", "oldest"})
_TIMES = frozenset({"after", "when", "whenever", "as", "while", "until"})
_FACTUAL = frozenset({"after", "because", "since", "as", "while", "although", "though", "whereas"})


@dataclass(frozen=True, slots=True)
class Judged:
    """A status, the words of the condition it rests on, and the steps that led to it."""

    status: str
    condition: Condition | None
    steps: tuple[str, ...]


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
        self._own_act = own_act
        self._speech_act = speech_act
        self._polarity = Polarity(lexicon, speech_act=speech_act, attributed=attributed)
        self._steps: list[str] = []

    def judge(self, token: Token) -> Judged:
        status, condition = self._own(token)
        settled = False
        aside: str | None = None
        for below, above in syntax.ancestors_with_link(token):
            effect, goes_on = self._step(below, above)
            if settled and effect != POSSIBLE:
                effect = ASSERTED  # only who reports it can still cast doubt on it
            if aside is not None and effect in {NEGATED, DENIED}:
                effect = aside
            aside = aside or self._aside(below, above)
            settled = settled or self._is_past_circumstance(below)
            if effect != ASSERTED:
                self._steps.append(f"{above.text}: {effect}")
            status = compose(effect, status)
            if self._is_imagined(below, above):
                self._steps.append(f"{above.text}: {POSSIBLE}")
                status = compose(POSSIBLE, status)
            if not goes_on:
                break
        if self._polarity.is_question(token):
            self._steps.append("question: possible")
            status = compose(POSSIBLE, status)
        return Judged(status, condition, tuple(self._steps))

    def _is_imagined(self, below: Token, above: Token) -> bool:
        """Tell whether a verb is told by what nobody can believe: "a fake video showed X attacking Y"."""
        told = above.pos_ == "VERB" and below.dep_ not in syntax.SUBJECTS
        return told and not fictions.is_believable(above, self._words)

    def _own(self, token: Token) -> tuple[str, Condition | None]:
        if token.pos_ in {"NOUN", "PROPN"}:
            status, condition = self._polarity.noun(token), None
        else:
            status, condition = self._polarity.clause(token)
        if status != ASSERTED:
            self._steps.append(f"{token.text}: {status}")
        return status, condition

    def _step(self, below: Token, above: Token) -> tuple[str, bool]:
        """Return what `above` does to what hangs on it by `below`, and whether to go further up."""
        link = below.dep_
        if link in {"xcomp", "ccomp", "pcomp", "csubj"} or (link == "advcl" and below.tag_ == "VB"):
            return self._governed(below, above)
        if link == "advcl" and any(each.lower_ == "that" for each in syntax.children(below, "mark")):
            return self._governed(below, above)  # "for writing that X met Y"
        if link == "advcl":
            return self._adverbial(below, above)
        if link == "acl":
            return self._noun_complement(below, above)
        if link == "relcl":
            noun = above.head.head if above.dep_ == "pobj" and above.head.lower_ == "by" else above
            if self._tells(noun, below):
                return self._noun_complement(below, noun)
        if link == "relcl":
            if above.lower_.endswith("ing") and self._is_regretted(above):
                return POSSIBLE, True  # "apologized for writing that …", the gerund taken for a noun
            if above.lemma_.lower() in self._words.fiction_nouns | self._words.imagined_nouns:
                return POSSIBLE, True  # "a world in which China attacks Taiwan"
            if is_infinitive(below):
                return (ASSERTED, True) if self._is_ranked(above) else (PLANNED, False)
            return ASSERTED, True
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

    def _aside(self, below: Token, above: Token) -> str | None:
        """Return what is said besides, though all around it is denied: "denied arming rebels fighting Syria".

        What is said of somebody who is there is said; where it may be nobody, nothing is settled.
        """
        definite = above.pos_ == "PROPN" or any(
            each.dep_ == "poss" or each.lower_ in {"the", "this", "these", "those"} for each in above.children
        )
        clause = below.dep_ == "acl" and below.tag_ in {"VBG", "VBN"} and not self._is_finite(below)
        if clause or (below.dep_ == "relcl" and not is_infinitive(below) and not self._is_content(below)):
            return ASSERTED if definite else POSSIBLE
        if below.dep_ == "advcl":
            conceded = any(each.lower_ in _CONCEDING for each in syntax.children(below, "mark", "advmod"))
            # "…, contradicting X": what the whole of it does.
            comma = below.left_edge.i > 0 and below.doc[below.left_edge.i - 1].text == ","
            beside = below.tag_ == "VBG" and comma and syntax.child(below, "mark", "nsubj", "aux") is None
            return ASSERTED if conceded or beside else None
        # "failed to mention X's opposition": it is X's all the same.
        owned = any(each.dep_ == "poss" and each.pos_ == "PROPN" for each in below.children)
        known = above.pos_ != "VERB" or self._lexicon.complement(above, "noun") is not None
        return ASSERTED if below.dep_ == "dobj" and owned and not known else None

    def _is_finite(self, verb: Token) -> bool:
        """Tell whether a clause has its own subject or tense: taggers take "protested" for a participle."""
        tensed = [verb, *syntax.children(verb, "aux", "auxpass")]
        marked = any(each.lower_ == "that" for each in syntax.children(verb, "mark"))
        own = self._has_subject(verb) and not is_infinitive(verb)
        return marked or own or any(each.tag_ in _FINITE | {"MD"} for each in tensed)

    def _governed(self, below: Token, above: Token) -> tuple[str, bool]:
        if self._asks(below):
            return self._adverbial(below, above) if below.dep_ == "advcl" else (POSSIBLE, True)
        if below.dep_ == "pcomp":
            return self._after_preposition(above)
        if (doubt := self._doubted(below, above)) is not None:
            return doubt, True
        if (above.dep_ in _NOMINAL or above.pos_ == "NOUN") and self._is_finite(below):
            return self._noun_complement(below, above)  # "Reports that …", taken for a verb
        infinitive = is_infinitive(below)
        if (
            infinitive
            and above.lower_ in self._words.mistaken_words
            and below.lemma_ in self._lexicon.reports
        ):
            return POSSIBLE, True  # "was wrong to say that …"
        if infinitive and self._is_done_by_saying(below, above):
            return self._polarity.verb(above), True
        form = "to" if infinitive else "ing" if below.tag_ == "VBG" and below.dep_ != "ccomp" else "that"
        governor = self._governor(above)
        lemma = governor.lemma_.lower()
        complement = self._lexicon.complement(governor, form) or (
            self._lexicon.complement(governor, "to") if form == "ing" else None
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
        if complement is None:
            if infinitive:
                # Nothing is known of the governor: an infinitive by itself says that nothing happened yet.
                return PLANNED, True
            effect = ASSERTED
        else:
            effect = complement.effect
            if infinitive and lemma == "use" and above.tag_ in {"VBZ", "VBP"}:
                effect = POSSIBLE  # a habit: "the party uses primaries to select its nominee"
        outer = (
            self._polarity.verb(self._clause_verb(above))
            if above.pos_ in {"VERB", "AUX", "ADJ"}
            else ASSERTED
        )
        if form == "that" and outer == NEGATED and effect == ASSERTED:
            if lemma in {"true", "correct", "accurate"}:
                return NEGATED, True  # "it is not true that"
            return POSSIBLE, True  # "did not say that": nothing is settled
        return self._through(effect, outer), True

    def _doubted(self, below: Token, above: Token) -> str | None:
        """Return what is said of a whole clause beside the word that governs it, None where nothing is."""
        if self._is_wrongly(above):
            return NEGATED
        if self._is_far_off(above) or (self._is_finite(below) and self._is_regretted(above)):
            return POSSIBLE
        if self._polarity.is_inverted(above) and not self._polarity.is_question(above):
            return CONDITIONAL  # "had it been true that …"
        return None

    def _asks(self, below: Token) -> bool:
        """Tell whether a clause asks or supposes: "whether X did", "if X did", "how many did"."""
        for each in below.children:
            if each.dep_ == "mark" and self._polarity.mark(each):
                return True
            if each.dep_ in {"advmod", "amod"} and any(one.lower_ == "how" for one in each.children):
                return True
        return below.dep_ == "pcomp" and any(each.lower_ == "how" for each in below.children)

    def _is_done_by_saying(self, below: Token, above: Token) -> bool:
        """Tell whether the purpose of speaking or voting is reached by it: "took to Twitter to denounce X"."""
        if above.tag_ not in {"VBD", "VBN", "VBZ"}:
            return False
        lemma = above.lemma_.lower()
        if lemma in self._words.voting_verbs:
            return below.lemma_.lower() in self._words.voted_verbs
        if self._lexicon.complement(above, "to") is not None and below.left_edge.i == above.i + 1:
            return False  # "appeared to threaten" only seems so; "appeared on television to threaten" does
        return self._speech_act and below.dep_ in {"advcl", "xcomp"} and lemma in self._words.speaking_verbs

    def _is_wrongly(self, above: Token) -> bool:
        """Tell whether what a word governs is said to be wrong: "wrongly reported that", "wrongly convicted of"."""
        return any(each.lower_ in self._words.falsity_adverbs for each in syntax.children(above, "advmod"))

    def _is_regretted(self, above: Token) -> bool:
        """Tell whether somebody is sorry or punished for having said something: "apologised for saying that"."""
        if above.dep_ in {"pcomp", "pobj"}:
            governor = above.head.head
        elif above.dep_ == "xcomp":
            governor = above.head
        elif any(each.lower_ == "for" for each in above.children):
            governor = above  # the parse hung what was said on being sorry
        else:
            return False
        return governor.lemma_.lower() in self._words.regretting_verbs

    def _is_far_off(self, above: Token) -> bool:
        """Tell whether what a clause hangs on is far from so: "it is far from certain that"."""
        return any(
            each.lower_ == "far" and any(one.lower_ == "from" for one in each.children)
            for each in above.children
        )

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
        governor = arguments.governing(preposition, self._lexicon)
        if self._is_wrongly(governor):
            return NEGATED, True
        complement = self._lexicon.after_preposition(governor, word)
        if complement is None:
            return (POSSIBLE if word in _UNSETTLING else ASSERTED), True
        verbal = governor.pos_ in {"VERB", "AUX"}
        outer = self._polarity.verb(governor) if verbal else self._polarity.noun(governor)
        return self._through(complement.effect, outer), True

    def _adverbial(self, below: Token, above: Token) -> tuple[str, bool]:
        for each in below.children:
            if each.dep_ in {"mark", "advmod"} and (effect := self._polarity.mark(each)):
                return effect, True
        if self._polarity.is_inverted(below):
            return CONDITIONAL, True
        if self._is_to_come(below, above):
            return PLANNED, True
        return (PLANNED, True) if is_infinitive(below) else (ASSERTED, True)

    def _is_to_come(self, below: Token, above: Token) -> bool:
        """Tell whether a clause says when what is planned will be: "will leave when X signs"."""
        timed = any(each.lower_ in _TIMES for each in syntax.children(below, "mark", "advmod"))
        tensed = [below, *syntax.children(below, "aux", "auxpass")]
        present = any(each.tag_ in {"VBZ", "VBP"} for each in tensed)
        return (
            timed
            and present
            and self._polarity.verb(syntax.clause_head(above)) in {PLANNED, CONDITIONAL, POSSIBLE}
        )

    def _is_past_circumstance(self, below: Token) -> bool:
        """Tell whether a clause says what had happened by then: "plans to arm after Russia seized Crimea"."""
        past = below.tag_ == "VBD" or any(
            each.lemma_ == "have" and each.tag_ == "VBD" for each in below.children
        )
        if below.dep_ == "relcl":
            past = past or any(each.lemma_ == "have" and each.tag_ in _FINITE for each in below.children)
            # "…, in front of the court, which rejected the lawsuit": said of it besides.
            named = below.head.pos_ == "PROPN"
            return named and past and any(each.lower_ in {"who", "which"} for each in below.children)
        return (
            below.dep_ == "advcl"
            and past
            and any(each.dep_ == "mark" and each.lower_ in _FACTUAL for each in below.children)
        )

    def _tells(self, noun: Token, below: Token) -> bool:
        """Tell whether a clause, taken for a relative one, says what a noun is about: "a rumor that he met X"."""
        complement = self._lexicon.complement(noun, "that")
        if complement is None and noun.lemma_.lower() not in self._lexicon.reports:
            return False
        # Of a rumor, whatever its clause lacks, nothing is settled.
        doubtful = complement is not None and complement.effect != ASSERTED
        return self._is_content(below) or (doubtful and self._has_subject(below))

    def _has_subject(self, below: Token) -> bool:
        subject = syntax.child(below, "nsubj", "nsubjpass")
        return subject is not None and subject.lower_ not in {"who", "which", "that"}

    def _is_content(self, below: Token) -> bool:
        """Tell whether a clause lacks nothing: "that he met X", unlike "that he met"."""
        if not self._has_subject(below):
            return False
        if any(self._has_its_own(each) for each in syntax.children(below, "prep")):
            return True
        return any(
            each.lower_ == "that" and each.dep_ in {"mark", "dobj", "advmod"} for each in below.children
        ) and any(each.dep_ in {"dobj", "prep", "attr"} and each.lower_ != "that" for each in below.children)

    def _has_its_own(self, preposition: Token) -> bool:
        """Tell whether a preposition has a noun besides the "that" which a parse took for its own."""
        nouns = [each.lower_ for each in syntax.children(preposition, "pobj")]
        return "that" in nouns and len(nouns) > 1

    def _is_ranked(self, noun: Token) -> bool:
        """Tell whether a noun is the first or last that did something: "the first official to visit X"."""
        return any(each.lower_ in _RANKS for each in syntax.children(noun, "amod"))

    def _noun_complement(self, below: Token, noun: Token) -> tuple[str, bool]:
        if is_infinitive(below) and self._is_ranked(noun):
            return ASSERTED, True
        if is_infinitive(below):
            complement = self._lexicon.complement(noun, "to")
            return (complement.effect if complement else PLANNED), True
        if self._is_finite(below):
            # "allegations that X attacked Y": a noun of saying settles nothing.
            complement = self._lexicon.complement(noun, "that")
            effect = (
                complement.effect if complement else self._lexicon.reports.get(noun.lemma_.lower(), POSSIBLE)
            )
            if self._polarity.noun(noun) != ASSERTED or self._is_regretted(noun):
                effect = POSSIBLE  # "no evidence that", "alleged proof that": nothing is settled
            return effect, True
        return ASSERTED, True

    def _is_said_wrong(self, verb: Token) -> bool:
        """Tell whether a predicate says that its subject is not so: "is false", "are wrong"."""
        words = self._words.mistaken_words | {"false", "untrue", "fake", "fiction", "lie", "myth"}
        predicates = syntax.children(verb, "acomp", "attr") if verb.lemma_ == "be" else []
        return any(each.lower_ in words for each in predicates)

    def _nominal(self, below: Token, above: Token) -> tuple[str, bool]:
        """Return what is done to a noun of happening: "called for talks", "cancelled the visit"."""
        if below.pos_ in {"VERB", "AUX"}:
            return ASSERTED, True
        if below.dep_ == "conj":
            return ASSERTED, True
        if below.dep_ == "nsubj" and self._is_said_wrong(above):
            return POSSIBLE, True
        if above.pos_ == "ADP":
            complement = self._lexicon.after_preposition(above.head, above.lower_)
            if complement is not None:
                return self._through(complement.effect, self._polarity.verb(above.head)), True
            if above.lower_ == "than" and above.i and above.nbor(-1).lower_ == "rather":
                return ENDED, False  # "rather than sanction X", taken for a noun
            if (hoped := self._hoped(above)) is not None:
                return hoped, True
            return (NEGATED if above.lower_ == "without" else ASSERTED), True
        if above.pos_ not in {"VERB", "AUX"}:
            return ASSERTED, True
        lemma = above.lemma_.lower()
        outer = self._polarity.verb(above)
        complement = self._lexicon.complement(above, "noun")
        undone = below.dep_ == "nsubj" and not syntax.objects(above)  # "attack thwarted", in headlines
        if complement is not None and (undone or below.dep_ in {"dobj", "nsubjpass"}):
            return self._through(complement.effect, outer), True
        if below.dep_ == "nsubj" and (effect := self._predicated(above)) is not None:
            return self._through(effect, outer), True
        if lemma in self._words.light_verbs or lemma in self._words.occurrence_verbs or lemma == "be":
            return outer, True
        return (ASSERTED if outer == ASSERTED else POSSIBLE), True

    def _hoped(self, preposition: Token) -> str | None:
        """Return what the subject does to what follows a preposition: "hopes faded for a deal"."""
        for each in syntax.children(preposition.head, "nsubj"):
            complement = self._lexicon.after_preposition(each, preposition.lower_)
            if complement is not None and each.i < preposition.head.i:
                return complement.effect
        return None

    def _predicated(self, verb: Token) -> str | None:
        """Return what is said of a happening by an adjective or an intransitive verb: "is unlikely", "fell through"."""
        if verb.lemma_ == "be":
            for each in syntax.children(verb, "acomp", "attr"):
                effect = self._words.adjectives.get(each.lower_)
                if effect is not None:
                    return effect
        complement = self._lexicon.complement(verb, "subject")
        return complement.effect if complement is not None else None
