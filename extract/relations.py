"""Sentences to candidate claims: the verb frames of the lexicon here, its noun frames in `extract.nominals`."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from extract import arguments, syntax
from extract.candidates import SURE, Candidate, across, mutual, pairs
from extract.lexicon import Lexicon, VerbFrame
from extract.nominals import Nominals
from extract.party import Party
from extract.reading import Page
from extract.targets import Targets
from extract.voices import Voices
from graph import ontology

_BETWEEN_ACTORS = frozenset(
    {"VISITED", "PRAISED", "AIDED", "CONCEDED_TO", "WARNED", "APPOINTED", "DISMISSED"}
)
_PREPOSITION = 0.9


class Relations:
    """Finds candidate claims in the sentences of one article."""

    def __init__(self, lexicon: Lexicon, voices: Voices) -> None:
        self._lexicon = lexicon
        self._voices = voices
        self._targets = Targets(lexicon, voices)
        self._nominals = Nominals(lexicon, voices)
        self._ontology = ontology.load()

    def of(self, page: Page, sentence: Span) -> Iterator[Candidate]:
        """Yield the candidate claims that verbs and nouns of a sentence make by themselves."""
        for token in sentence:
            lemma = token.lemma_.lower()
            if token.pos_ in {"VERB", "AUX"} and lemma in self._lexicon.verbs:
                yield from self._of_verb(page, token)
            elif token.pos_ == "NOUN" and lemma in self._lexicon.sides:
                yield from self._nominals.side(page, token)
            elif token.pos_ == "NOUN" and (lemma in self._lexicon.nouns or lemma in self._lexicon.undergone):
                yield from self._nominals.of(page, token)

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
            if not frame.relation:
                return  # "broke ground in X": an idiom
            found = list(self._with_frame(page, verb, frame, f"verb:{entry}"))
            if found:
                yield from found
                return
        for frame, entry in [each for each in fitting if _takes_object(each[0])][:1]:
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
        if "laden" in frame.targets and not (syntax.objects(verb) or syntax.is_passive(verb)):
            return  # "was arrested and extradited to X": the parse has not seen that it is passive
        acting = {party.actor for party in sources}
        if len(acting) > 1 and arguments.is_mutual(verb):
            yield from mutual(frame, sources, verb, f"{name}:mutual", SURE["pair"])
            return
        strict = self._ontology.relations[frame.relation].symmetric
        for locator in frame.targets:
            if locator in {"party", "alone", "laden"}:
                continue
            if locator == "insubj" and frame.relation == "CONCEDED_TO" and syntax.is_result(verb):
                continue
            if locator == "pair":
                if len(acting) > 1 and not syntax.is_shared(verb):
                    yield from pairs(frame, sources, verb, f"{name}:pair", SURE["pair"])
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
                yield from across(
                    self._meant(frame, [*sources, *targets]), sources, targets, verb, rule, sure
                )
                return
        if "dative" in frame.targets:
            given = [each for each in self._targets.given(page, verb) if each.actor not in acting]
            rule = f"{name}:dative"
            yield from across(frame, sources, given[:1], verb, rule, SURE["dative"])

    def _meant(self, frame: VerbFrame, parties: list[Party]) -> VerbFrame:
        """Return what a phrase means among these: politicians launch assaults on each other with words."""
        verbal = frame.objects & self._lexicon.status.verbal_attacks
        if frame.relation == "ATTACKED" and verbal and all(map(self._voices.traits.is_rival, parties)):
            return replace(frame, relation="CRITICIZED", mode=None)
        return frame

    def _sources(self, page: Page, verb: Token, frame: VerbFrame) -> list[Party]:
        """Return who does it, or whose act of that very kind does: "a US airstrike killed X"."""
        doers = arguments.doers(verb, self._lexicon)
        acts = [
            each
            for each in doers
            if (noun := self._lexicon.nouns.get(each.lemma_.lower())) is not None
            and noun.relation == frame.relation
        ]
        found = self._voices.all(page, doers) or self._voices.behind(page, acts)
        if not found and frame.objects and frame.relation == "CONCEDED_TO" and syntax.is_passive(verb):
            # "UN sanctions were lifted": whose they were has lifted them
            found = self._voices.behind(page, arguments.patients(verb, self._lexicon))
        if found or not self._ontology.relations[frame.relation].speech:
            return found
        return self._authors(page, doers)

    def _authors(self, page: Page, doers: list[Token]) -> list[Party]:
        """Return who wrote or issued what accuses or praises: "signed a letter condemning X"."""
        words = self._lexicon.status
        found: list[Party] = []
        for each in doers:
            if each.lemma_.lower() not in words.carrier_nouns:
                continue
            verb = each.head
            found += self._voices.behind(page, [each])
            if (
                not found
                and each.dep_ in {"dobj", "nsubjpass"}
                and verb.lemma_.lower() in words.issuing_verbs
            ):
                found += self._voices.all(page, arguments.doers(verb, self._lexicon))
        return found

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
            if "obj@violent" in frame.targets and not self._voices.traits.is_violent(source):
                continue
            sure = round(SURE["none"] * source.confidence, 3)
            yield Candidate(frame.relation, frame.mode, source, None, text, verb, rule, sure)

    def _unresolved(self, page: Page, verb: Token, frame: VerbFrame) -> str | None:
        if not _takes_object(frame):
            return None
        tokens = arguments.patients(verb, self._lexicon)
        if not tokens or tokens[0].pos_ not in {"NOUN", "PROPN"}:
            return None
        first, last = syntax.phrase(tokens[0])
        start, end = page.doc[first].idx, page.doc[last - 1].idx + len(page.doc[last - 1].text)
        return page.doc.text[start:end]


def _takes_object(frame: VerbFrame) -> bool:
    return not {"obj", "obj@violent"}.isdisjoint(frame.targets)
