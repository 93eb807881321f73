"""Clauses and nouns of happening to candidate claims: the frames of the lexicon applied to a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from spacy.tokens import Span, Token

from extract import arguments, syntax
from extract.lexicon import Lexicon, NounFrame, VerbFrame
from extract.parties import Party
from extract.reading import Page
from extract.targets import Targets
from extract.voices import Voices
from graph import ontology

# How sure a way of finding the target is, times the confidence in both parties: a claim's confidence.
SURE = {
    "obj": 0.95, "obj:to": 0.95, "obj:as": 0.95, "obj:good": 0.85, "obj:bad": 0.85, "pair": 0.9, "dative": 0.9, "behind": 0.8, "inobj": 0.8,
    "insubj": 0.8, "inbehind": 0.7, "condition": 0.75, "none": 0.6, "noun": 0.8,
}  # fmt: skip
_BETWEEN_ACTORS = frozenset(
    {"VISITED", "PRAISED", "AIDED", "CONCEDED_TO", "WARNED", "APPOINTED", "DISMISSED"}
)
_PREPOSITION = 0.9
_LINKING = frozenset(
    {
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "attr",
        "conj",
        "appos",
        "ROOT",
        "oprd",
        "dep",
        "npadvmod",
        "ccomp",
    }
)


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


class Relations:
    """Finds candidate claims in the sentences of one article."""

    def __init__(self, lexicon: Lexicon, voices: Voices) -> None:
        self._lexicon = lexicon
        self._voices = voices
        self._targets = Targets(lexicon, voices)
        self._ontology = ontology.load()

    def of(self, page: Page, sentence: Span) -> Iterator[Candidate]:
        """Yield the candidate claims that verbs and nouns of a sentence make by themselves."""
        for token in sentence:
            lemma = token.lemma_.lower()
            if token.pos_ in {"VERB", "AUX"} and lemma in self._lexicon.verbs:
                yield from self._of_verb(page, token)
            elif token.pos_ == "NOUN" and lemma in self._lexicon.nouns and token.dep_ in _LINKING:
                frame = self._noun_frame(token, lemma)
                yield from self._of_noun(page, token, frame) if frame is not None else ()

    def _noun_frame(self, noun: Token, lemma: str) -> NounFrame | None:
        """Return what a noun means with the word before it: a "hunger strike" is no strike from the air."""
        for each in noun.lefts:
            words = f"{each.lower_} {lemma}"
            if words in self._lexicon.status.other_nouns:
                return None
            if (frame := self._lexicon.nouns.get(words)) is not None:
                return frame
        return self._lexicon.nouns[lemma]

    def _of_verb(self, page: Page, verb: Token) -> Iterator[Candidate]:
        particles = {each.lower_ for each in syntax.particles(verb)}
        objects = {
            word
            for each in arguments.patients(verb, self._lexicon)
            for word in arguments.object_words(each, self._lexicon)
        }
        fitting: list[tuple[VerbFrame, str]] = []
        for frame in self._lexicon.verbs[verb.lemma_.lower()]:
            if frame.particles and not frame.particles & particles:
                continue
            if frame.objects and not frame.objects & objects:
                continue
            named = max(frame.objects & objects, default="")
            fitting.append((frame, " ".join(word for word in (frame.entry, named) if word)))
        for frame, entry in fitting:
            found = list(self._with_frame(page, verb, frame, f"verb:{entry}"))
            if found:
                yield from found
                return
        for frame, entry in [each for each in fitting if "obj" in each[0].targets][:1]:
            yield from self._without_target(page, verb, frame, f"verb:{entry}")

    def _with_frame(self, page: Page, verb: Token, frame: VerbFrame, name: str) -> Iterator[Candidate]:
        sources = self._sources(page, verb, frame)
        if not sources:
            return
        if (
            frame.relation == "VISITED"
            and not frame.objects
            and "obj" not in frame.targets
            and syntax.objects(verb)
        ):
            return  # "returned the frogs to Brazil": the object travels
        if "alone" in frame.targets and syntax.objects(verb):
            return  # "called Nevada for X" is no call for X
        acting = {party.actor for party in sources}
        strict = self._ontology.relations[frame.relation].symmetric
        for locator in frame.targets:
            if locator in {"party", "alone"}:
                continue
            if locator == "pair":
                if len(acting) > 1:
                    yield from self._pairs(
                        frame.relation, frame.mode, sources, verb, f"{name}:pair", SURE["pair"]
                    )
                    return
                continue
            targets = [
                party
                for party in self._targets.located(page, verb, locator, strict=strict)
                if party.actor not in acting
            ]
            if targets:
                sure = SURE.get(locator, _PREPOSITION)
                rule = f"{name}:{locator.removesuffix('+')}"
                yield from self._across(frame.relation, frame.mode, sources, targets, verb, rule, sure)
                return
        if "dative" in frame.targets:
            given = [each for each in self._targets.given(page, verb) if each.actor not in acting]
            rule = f"{name}:dative"
            yield from self._across(
                frame.relation, frame.mode, sources, given[:1], verb, rule, SURE["dative"]
            )

    def _sources(self, page: Page, verb: Token, frame: VerbFrame) -> list[Party]:
        """Return who does it, or whose act of that very kind does: "a US airstrike killed X"."""
        doers = arguments.doers(verb, self._lexicon)
        acts = [
            each
            for each in doers
            if (noun := self._lexicon.nouns.get(each.lemma_.lower())) is not None
            and noun.relation == frame.relation
        ]
        return self._voices.all(page, doers) or self._voices.behind(page, acts)

    def _without_target(self, page: Page, verb: Token, frame: VerbFrame, name: str) -> Iterator[Candidate]:
        """Yield what is done to something that is no actor: its words stand for the target."""
        text = self._unresolved(page, verb, frame)
        # "welcomed a resumption" is no meeting, whoever is behind it: such relations are between actors only.
        if (
            text is None
            or "party" in frame.targets
            or self._ontology.relations[frame.relation].symmetric
            or frame.relation in _BETWEEN_ACTORS
        ):
            return
        rule = f"{name}:none"
        for source in self._voices.all(page, arguments.doers(verb, self._lexicon)):
            sure = self._sure("none", source)
            yield Candidate(frame.relation, frame.mode, source, None, text, verb, rule, sure)

    def _of_noun(self, page: Page, noun: Token, frame: NounFrame) -> Iterator[Candidate]:
        name = f"noun:{frame.entry}"
        between = self._voices.all(
            page,
            [
                one
                for each in syntax.preposition_objects(noun, "between")
                for one in syntax.with_conjuncts(each)
            ],
        )
        if "between" in frame.targets and len({party.actor for party in between}) > 1:
            yield from self._pairs(frame.relation, frame.mode, between, noun, f"{name}:between", SURE["noun"])
            return
        owners = self._owners(page, noun)
        named = all(party.token.i in page.by_token and party.token.dep_ != "poss" for party in owners)
        if (
            named
            and len({party.actor for party in owners}) > 1
            and self._ontology.relations[frame.relation].symmetric
        ):
            yield from self._pairs(frame.relation, frame.mode, owners, noun, f"{name}:compound", SURE["noun"])
            return
        of = self._parties_of(page, noun, "of")
        if frame.of == "pair" and len({party.actor for party in of}) > 1:
            yield from self._pairs(frame.relation, frame.mode, of, noun, f"{name}:of", SURE["noun"])
            return
        sources, light = self._noun_sources(page, noun, frame, owners, of)
        if not sources:
            return
        acting = {party.actor for party in sources}
        for locator, targets in self._noun_targets(page, noun, frame, owners, of, light):
            left = [party for party in targets if party.actor not in acting]
            if left:
                rule = f"{name}:{locator}"
                yield from self._across(frame.relation, frame.mode, sources, left, noun, rule, SURE["noun"])
                return

    def _noun_sources(
        self, page: Page, noun: Token, frame: NounFrame, owners: list[Party], of: list[Party]
    ) -> tuple[list[Party], Token | None]:
        by = self._parties_of(page, noun, "by")
        if by:
            return by, None
        light = self._light_verb(noun, frame)
        if light is not None:
            sources = self._voices.all(page, arguments.doers(light, self._lexicon))
            if sources:
                return sources, light
        if frame.possessor == "source" and owners:
            return owners[:1], light
        if (author := self._taken_for(page, noun)) is not None:
            return [author], light
        if frame.of == "source" and of:
            return of, light
        return [], light

    def _taken_for(self, page: Page, noun: Token) -> Party | None:
        """Return who is behind what is read as such an act: "her speech was seen as a rebuke of X"."""
        verb = noun.head.head
        if noun.dep_ != "pobj" or noun.head.lower_ != "as" or verb.pos_ != "VERB":
            return None
        if verb.lemma_ not in self._lexicon.status.appearance_verbs:
            return None
        if syntax.is_passive(verb):
            things = arguments.patients(verb, self._lexicon)
        elif verb.dep_ == "acl" and syntax.child(verb, "nsubj", "dobj", "aux") is None:
            things = [verb.head]  # "read" and its like look no different as participles
        else:
            return None
        for thing in things:
            # A "Davos speech" is given in Davos, not by it.
            behind = [each for each in self._voices.behind(page, [thing]) if not self._voices.is_place(each)]
            if not behind and thing.dep_ == "pobj" and thing.head.lower_ in {"in", "during", "at"}:
                # "his warning during a speech": whoever warns gives the speech.
                act = thing.head.head
                while act.pos_ == "NOUN" and not (behind := self._voices.behind(page, [act])):
                    if act.dep_ != "pobj":
                        break
                    act = act.head.head
                if not behind and act.pos_ in {"VERB", "AUX"}:
                    doers = arguments.doers(act, self._lexicon)
                    behind = self._voices.all(page, doers) or self._voices.behind(page, doers)
            if not behind and thing.dep_ == "dobj":  # "gave a speech"
                behind = self._voices.all(page, arguments.doers(thing.head, self._lexicon))
            if behind:
                return behind[0]
        return None

    def _noun_targets(
        self,
        page: Page,
        noun: Token,
        frame: NounFrame,
        owners: list[Party],
        of: list[Party],
        light: Token | None,
    ) -> Iterator[tuple[str, list[Party]]]:
        for preposition in frame.targets:
            if preposition == "between":
                continue
            heads = [noun] if light is None else [noun, light]
            tokens = [
                one
                for head in heads
                for each in syntax.preposition_objects(head, preposition.removesuffix("+"))
                for one in syntax.with_conjuncts(each)
            ]
            found = self._voices.all(page, tokens) or self._voices.behind(page, tokens)
            if not found and preposition.endswith("+"):
                found = self._voices.all(page, [one for each in tokens for one in syntax.below(each)])
            yield preposition.removesuffix("+"), found
        if light is not None:
            yield "dative", self._voices.all(page, arguments.datives(light))
        if frame.of == "target":
            tokens = [
                one for each in syntax.preposition_objects(noun, "of") for one in syntax.with_conjuncts(each)
            ]
            yield "of", of or self._voices.behind(page, tokens)
        if frame.possessor == "target":
            yield "possessor", owners

    def _light_verb(self, noun: Token, frame: NounFrame) -> Token | None:
        """Return the verb whose subject does what a noun says: "held talks", "awaits talks"."""
        noun = arguments.counted_by(noun, self._lexicon)
        verb = noun.head if noun.dep_ in {"dobj", "nsubjpass", "pobj"} else None
        if noun.dep_ == "conj" and noun.head.dep_ in {"dobj", "nsubjpass"}:
            verb = noun.head.head
        if verb is None:
            return None
        if verb.pos_ == "ADP":  # "engage in talks", "take part in a meeting"
            verb = verb.head
        if noun.dep_ == "acl" or verb.pos_ != "VERB":
            return None
        if noun.dep_ == "pobj" and (verb.lemma_.lower(), "noun") in self._lexicon.commitments:
            return verb  # "agreed to a meeting with X": who agrees will meet
        if noun.dep_ in {"dobj", "nsubjpass"} and self._is_own(frame):
            complement = self._lexicon.complement(verb, "noun")
            if (
                complement is not None
                and complement.controller == "source"
                and complement.effect != "asserted"
            ):
                return verb  # who cancels or awaits a meeting is one of those who meet
        return verb if verb.lemma_.lower() in self._lexicon.status.light_verbs else None

    def _is_own(self, frame: NounFrame) -> bool:
        """Tell whether one who decides on such a happening takes part in it: talks, visits, deals."""
        return self._ontology.relations[frame.relation].symmetric or frame.relation == "VISITED"

    def _owners(self, page: Page, noun: Token) -> list[Party]:
        """Return the parties before a noun: "Carney's warning", "the US threat", "US-Canada talks"."""
        found: list[Party] = []
        for each in noun.lefts:
            if each.dep_ in {"poss", "compound", "nmod", "amod"}:
                for one in [
                    *(below for below in each.lefts if below.dep_ == "compound"),
                    *syntax.with_conjuncts(each),
                ]:
                    party = self._voices.modifier(page, one)
                    if party is not None and party.actor not in {known.actor for known in found}:
                        found.append(party)
        return found

    def _parties_of(self, page: Page, noun: Token, preposition: str) -> list[Party]:
        tokens = [
            one
            for each in syntax.preposition_objects(noun, preposition)
            for one in syntax.with_conjuncts(each)
        ]
        return self._voices.all(page, tokens)

    def _unresolved(self, page: Page, verb: Token, frame: VerbFrame) -> str | None:
        if "obj" not in frame.targets:
            return None
        tokens = arguments.patients(verb, self._lexicon)
        if not tokens or tokens[0].pos_ not in {"NOUN", "PROPN"}:
            return None
        first, last = syntax.phrase(tokens[0])
        start, end = page.doc[first].idx, page.doc[last - 1].idx + len(page.doc[last - 1].text)
        return page.doc.text[start:end]

    def _across(
        self,
        relation: str,
        mode: str | None,
        sources: list[Party],
        targets: list[Party],
        trigger: Token,
        rule: str,
        sure: float,
    ) -> Iterator[Candidate]:
        for source in sources:
            for target in targets:
                confidence = round(sure * min(source.confidence, target.confidence), 3)
                yield Candidate(relation, mode, source, target, target.text, trigger, rule, confidence)

    def _pairs(
        self, relation: str, mode: str | None, parties: list[Party], trigger: Token, rule: str, sure: float
    ) -> Iterator[Candidate]:
        for left, right in combinations(parties, 2):
            if left.actor != right.actor:
                yield from self._across(relation, mode, [left], [right], trigger, rule, sure)

    def _sure(self, locator: str, source: Party) -> float:
        return round(SURE[locator] * source.confidence, 3)
