"""Clauses and nouns of happening to candidate claims: the frames of the lexicon applied to a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from spacy.tokens import Span, Token

from extract import arguments, syntax
from extract.attribution import Said, speakers
from extract.lexicon import Lexicon, NounFrame, VerbFrame
from extract.parties import Parties, Party
from extract.reading import Page
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
_AMONG = frozenset({"of", "with", "between"})
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

    def __init__(self, lexicon: Lexicon, parties: Parties, said: list[Said]) -> None:
        self._lexicon = lexicon
        self._parties = parties
        self._said = said
        self._ontology = ontology.load()

    def of(self, page: Page, sentence: Span) -> Iterator[Candidate]:
        """Yield the candidate claims that verbs and nouns of a sentence make by themselves."""
        for token in sentence:
            lemma = token.lemma_.lower()
            if token.pos_ in {"VERB", "AUX"} and lemma in self._lexicon.verbs:
                yield from self._of_verb(page, token)
            elif token.pos_ == "NOUN" and lemma in self._lexicon.nouns and token.dep_ in _LINKING:
                yield from self._of_noun(page, token, self._lexicon.nouns[lemma])

    def reported(self, page: Page, verb: Token) -> Iterator[tuple[Token, Party, Party]]:
        """Yield who reports a clause, with the reporting verb, and who does what its verb says."""
        said = next(iter(speakers(page, verb, self._said)), None)
        if said is None or said.verb is None or said.speaker is None:
            return
        report = page.doc[said.verb]
        if report.pos_ == "VERB" and report.sent == verb.sent:
            for doer in self._all(page, arguments.subjects(verb, self._lexicon)):
                yield report, said.speaker, doer

    def party(self, page: Page, token: Token) -> Party | None:
        """Return the party a token is the head of, "we" being whoever says the words it stands in."""
        return self._parties.of(page, token, self.speaker(page, token))

    def speaker(self, page: Page, token: Token) -> str | None:
        """Return who is quoted with the words a token stands in."""
        around = speakers(page, token, self._said)
        return next((one.speaker.actor for one in around if one.quotes(token) and one.speaker), None)

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
        for frame, entry in fitting[:1]:
            yield from self._without_target(page, verb, frame, f"verb:{entry}")

    def _with_frame(self, page: Page, verb: Token, frame: VerbFrame, name: str) -> Iterator[Candidate]:
        sources = self._all(page, arguments.doers(verb, self._lexicon))
        if not sources:
            return
        if (
            frame.relation == "VISITED"
            and not frame.objects
            and "obj" not in frame.targets
            and syntax.objects(verb)
        ):
            return  # "returned the frogs to Brazil": the object travels
        acting = {party.actor for party in sources}
        for locator in frame.targets:
            if locator == "pair":
                if len(acting) > 1:
                    yield from self._pairs(
                        frame.relation, frame.mode, sources, verb, f"{name}:pair", SURE["pair"]
                    )
                    return
                continue
            targets = [party for party in self._located(page, verb, locator) if party.actor not in acting]
            if targets:
                sure = SURE.get(locator, _PREPOSITION)
                rule = f"{name}:{locator.removesuffix('+')}"
                yield from self._across(frame.relation, frame.mode, sources, targets, verb, rule, sure)
                return
        if "dative" in frame.targets:
            given = [each for each in self._given(page, verb) if each.actor not in acting]
            rule = f"{name}:dative"
            yield from self._across(
                frame.relation, frame.mode, sources, given[:1], verb, rule, SURE["dative"]
            )

    def _given(self, page: Page, verb: Token) -> Iterator[Party]:
        """Yield whom something is given that a parse takes for one name with it: "gave Ukraine weapons"."""
        for thing in syntax.objects(verb):
            for each in syntax.children(thing, "compound", "nmod"):
                name = page.by_token.get(each.i)
                if name is None or name.start != verb.i + 1 or name.is_modifier or name.text.isupper():
                    continue
                party = self.party(page, page.doc[name.head])
                if party is not None and name.kind in {"Country", "Person"}:
                    yield party

    def _without_target(self, page: Page, verb: Token, frame: VerbFrame, name: str) -> Iterator[Candidate]:
        """Yield what is done to something that is no actor: its words stand for the target."""
        text = self._unresolved(page, verb, frame)
        # "welcomed a resumption" is no meeting, whoever is behind it: such relations are between actors only.
        if (
            text is None
            or self._ontology.relations[frame.relation].symmetric
            or frame.relation in _BETWEEN_ACTORS
        ):
            return
        rule = f"{name}:none"
        for source in self._all(page, arguments.doers(verb, self._lexicon)):
            sure = self._sure("none", source)
            yield Candidate(frame.relation, frame.mode, source, None, text, verb, rule, sure)

    def _located(self, page: Page, verb: Token, locator: str) -> list[Party]:
        match locator:
            case "obj":
                return self._all(page, arguments.patients(verb, self._lexicon))
            case "obj:to":
                has = any(
                    each.dep_ in {"xcomp", "ccomp", "advcl"}
                    and any(one.tag_ == "TO" for one in each.children)
                    for each in verb.children
                )
                return self._located(page, verb, "obj") if has else []
            case "obj:good" | "obj:bad":
                words = self._lexicon.evaluations[locator.removeprefix("obj:")]
                fits = any(each.lemma_.lower() in words for each in arguments.description(verb))
                objects = self._described(verb)
                return (self._all(page, objects) or self._behind(page, objects)) if fits else []
            case "dative":
                return self._all(page, self._datives(verb))
            case "office":
                doers = self._all(page, arguments.doers(verb, self._lexicon))
                return [held for each in doers if (held := self._parties.office_of(each.actor)) is not None]
            case "among":
                objects = arguments.patients(verb, self._lexicon)
                between = [one for each in objects for one in syntax.below(each, prepositions=_AMONG)]
                return self._all(page, between)
            case "behind":
                return self._behind(page, arguments.patients(verb, self._lexicon))
            case "insubj":
                return self._all(
                    page, [one for each in arguments.complements(verb) for one in self._own_subjects(each)]
                )
            case "inobj":
                return [party for each in arguments.complements(verb) for party in self._inner(page, each)]
            case "inbehind":
                inner = [
                    one
                    for each in arguments.complements(verb)
                    for one in arguments.patients(each, self._lexicon)
                ]
                return self._behind(page, inner)
            case "condition":
                clause = arguments.condition(verb)
                return self._all(page, self._own_subjects(clause)) if clause is not None else []
        place, _, word = locator.partition(":")
        if word and place == "obj":
            if not arguments.is_said(verb, word):
                return []
            found = self._described(verb)
            return self._all(page, found) or self._behind(page, found)
        if word:
            return self._around(page, verb, place, word)
        tokens = self._after(verb, locator.removesuffix("+"))
        found = self._all(page, tokens) or self._behind(page, tokens)
        if found or not locator.endswith("+"):
            return found
        # "lifted its ban on imports from Iran": what the thing concerns is the party.
        return self._all(page, [one for each in tokens for one in syntax.below(each)])

    def _around(self, page: Page, verb: Token, preposition: str, word: str) -> list[Party]:
        """Return whom something concerns that a phrase names: "went on strike at Amazon"."""
        nouns = [
            each for each in syntax.preposition_objects(verb, preposition) if each.lemma_.lower() == word
        ]
        for each in ("against", "with", "near", "at", "along", "in", "over", "for"):
            tokens = [
                one
                for head in [*nouns, verb]
                for found in syntax.preposition_objects(head, each)
                for one in syntax.with_conjuncts(found)
                if one not in nouns
            ]
            if nouns and (parties := self._all(page, tokens) or self._behind(page, tokens)):
                return parties
        return []

    def _after(self, verb: Token, preposition: str) -> list[Token]:
        """Return the nouns after a preposition of a verb or of what it acts on."""
        heads = [verb]
        if not syntax.is_passive(verb):
            for each in arguments.patients(verb, self._lexicon):
                heads.extend(arguments.transparent(each, self._lexicon))
        return [
            one
            for head in heads
            for each in syntax.preposition_objects(head, preposition)
            for one in syntax.with_conjuncts(each)
        ]

    def _described(self, verb: Token) -> list[Token]:
        """Return what a verb of describing is about; "called X a liar" may be parsed as a clause."""
        clause = next(
            (each for each in verb.children if each.dep_ == "ccomp" and each.pos_ in {"NOUN", "ADJ", "VERB"}),
            None,
        )
        return arguments.patients(verb, self._lexicon) or (
            self._own_subjects(clause) if clause is not None else []
        )

    def _own_subjects(self, clause: Token) -> list[Token]:
        subject = syntax.child(clause, "nsubj", "nsubjpass")
        return syntax.with_conjuncts(subject) if subject is not None else []

    def _inner(self, page: Page, verb: Token) -> list[Party]:
        """Return the parties acted on inside a complement: its objects, what follows its prepositions."""
        found = self._all(page, arguments.patients(verb, self._lexicon))
        if found:
            return found
        tokens = [
            one
            for prep in syntax.children(verb, "prep")
            if prep.lower_ in {"with", "against", "on", "to", "from", "for", "at", "into"}
            for each in syntax.children(prep, "pobj")
            for one in syntax.with_conjuncts(each)
        ]
        found = self._all(page, tokens)
        if found:
            return found
        objects = arguments.patients(verb, self._lexicon)
        nested = [
            one
            for each in objects
            for prep in ("with", "against", "on", "to", "from")
            for one in syntax.preposition_objects(each, prep)
        ]
        return self._all(page, nested)

    def _datives(self, verb: Token) -> list[Token]:
        found: list[Token] = []
        for each in syntax.children(verb, "dative"):
            found.extend(syntax.children(each, "pobj") if each.pos_ == "ADP" else [each])
        return [one for each in found for one in syntax.with_conjuncts(each)]

    def _of_noun(self, page: Page, noun: Token, frame: NounFrame) -> Iterator[Candidate]:
        name = f"noun:{frame.entry}"
        between = self._all(
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
        if len({party.actor for party in owners}) > 1 and self._ontology.relations[frame.relation].symmetric:
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
        light = self._light_verb(noun)
        if light is not None:
            sources = self._all(page, arguments.doers(light, self._lexicon))
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
            behind = [each for each in self._behind(page, [thing]) if not self._parties.is_place(each)]
            if not behind and thing.dep_ == "pobj" and thing.head.lower_ in {"in", "during", "at"}:
                # "his warning during a speech": whoever warns gives the speech.
                act = thing.head.head
                while act.pos_ == "NOUN" and not (behind := self._behind(page, [act])):
                    if act.dep_ != "pobj":
                        break
                    act = act.head.head
                if not behind and act.pos_ in {"VERB", "AUX"}:
                    doers = arguments.doers(act, self._lexicon)
                    behind = self._all(page, doers) or self._behind(page, doers)
            if not behind and thing.dep_ == "dobj":  # "gave a speech"
                behind = self._all(page, arguments.doers(thing.head, self._lexicon))
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
            found = self._all(page, tokens) or self._behind(page, tokens)
            if not found and preposition.endswith("+"):
                found = self._all(page, [one for each in tokens for one in syntax.below(each)])
            yield preposition.removesuffix("+"), found
        if light is not None:
            yield "dative", self._all(page, self._datives(light))
        if frame.of == "target":
            tokens = [
                one for each in syntax.preposition_objects(noun, "of") for one in syntax.with_conjuncts(each)
            ]
            yield "of", of or self._behind(page, tokens)
        if frame.possessor == "target":
            yield "possessor", owners

    def _light_verb(self, noun: Token) -> Token | None:
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
        return verb if verb.lemma_.lower() in self._lexicon.status.light_verbs else None

    def _owners(self, page: Page, noun: Token) -> list[Party]:
        """Return the parties before a noun: "Carney's warning", "the US threat", "US-Canada talks"."""
        found: list[Party] = []
        for each in noun.lefts:
            if each.dep_ in {"poss", "compound", "nmod", "amod"}:
                for one in [
                    *(below for below in each.lefts if below.dep_ == "compound"),
                    *syntax.with_conjuncts(each),
                ]:
                    party = self._parties.modifier(page, one)
                    if party is not None and party.actor not in {known.actor for known in found}:
                        found.append(party)
        return found

    def _parties_of(self, page: Page, noun: Token, preposition: str) -> list[Party]:
        tokens = [
            one
            for each in syntax.preposition_objects(noun, preposition)
            for one in syntax.with_conjuncts(each)
        ]
        return self._all(page, tokens)

    def _all(self, page: Page, tokens: list[Token]) -> list[Party]:
        found: dict[str, Party] = {}
        for each in tokens:
            party = self.party(page, each)
            if party is not None:
                found.setdefault(party.actor, party)
        return list(found.values())

    def _behind(self, page: Page, tokens: list[Token]) -> list[Party]:
        found: dict[str, Party] = {}
        for each in tokens:
            for party in self._parties.behind(page, each):
                found.setdefault(party.actor, party)
        return list(found.values())

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
