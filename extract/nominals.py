"""Nouns of happening to candidate claims: "held talks with X", "Iran's threat against X", "faced criticism from X"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from extract import arguments, syntax
from extract.candidates import SURE, Candidate, across, pairs
from extract.lexicon import Lexicon, NounFrame, Undergoing
from extract.party import Party
from extract.reading import Page
from extract.voices import Voices
from graph import ontology

# Where a noun is an argument or stands by itself, not one word of another's name.
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


class Nominals:
    """Applies the noun frames of the lexicon to the nouns of one article."""

    def __init__(self, lexicon: Lexicon, voices: Voices) -> None:
        self._lexicon = lexicon
        self._voices = voices
        self._ontology = ontology.load()

    def of(self, page: Page, noun: Token) -> Iterator[Candidate]:
        """Yield the candidate claims of a noun that the lexicon has a frame for."""
        frame = self._frame(noun) if noun.dep_ in _LINKING else None
        if frame is None:
            return
        name = f"noun:{frame.entry}"
        undergone = list(self._undergone(page, noun, frame))
        if undergone:
            yield from undergone
            return
        between = self._voices.all(
            page,
            [
                one
                for each in syntax.preposition_objects(noun, "between")
                for one in syntax.with_conjuncts(each)
            ],
        )
        if "between" in frame.targets and len({party.actor for party in between}) > 1:
            first, *others = between
            if (
                len(others) > 1
                and first.token.pos_ == "NOUN"
                and all(one.token.pos_ == "PROPN" for one in others)
            ):
                # "talks between banks and Mexico, Chile and Venezuela": the banks talk with each
                yield from across(frame, [first], others, noun, f"{name}:between", SURE["noun"])
                return
            yield from pairs(frame, between, noun, f"{name}:between", SURE["noun"])
            return
        owners = self._owners(page, noun)
        named = all(party.token.i in page.by_token and party.token.dep_ != "poss" for party in owners)
        if (
            named
            and len({party.actor for party in owners}) > 1
            and self._ontology.relations[frame.relation].symmetric
        ):
            yield from pairs(frame, owners, noun, f"{name}:compound", SURE["noun"])
            return
        of = self._parties_of(page, noun, "of")
        if frame.of == "pair" and len({party.actor for party in of}) > 1:
            yield from pairs(frame, of, noun, f"{name}:of", SURE["noun"])
            return
        sources, light = self._noun_sources(page, noun, frame, owners, of)
        if not sources:
            return
        acting = {party.actor for party in sources}
        for locator, targets in self._noun_targets(page, noun, frame, owners, of, light):
            left = [party for party in targets if party.actor not in acting]
            if left:
                rule = f"{name}:{locator}"
                meant = self._meant(frame, noun, [*sources, *left])
                yield from across(meant, sources, left, noun, rule, SURE["noun"])
                return

    def _meant(self, frame: NounFrame, noun: Token, parties: list[Party]) -> NounFrame:
        """Return what a noun means among these: politicians attack each other with words."""
        verbal = noun.lemma_.lower() in self._lexicon.status.verbal_attacks
        if frame.relation == "ATTACKED" and verbal and all(map(self._voices.traits.is_rival, parties)):
            return replace(frame, relation="CRITICIZED", mode=None)
        return frame

    def _frame(self, noun: Token) -> NounFrame | None:
        """Return what a noun means with the word before it: a "hunger strike" is no strike from the air."""
        lemma = noun.lemma_.lower()
        if lemma not in self._lexicon.nouns:
            # "came under fire": a happening only in the mouth of such a verb.
            found = self._undergoing_verb(noun) if lemma in self._lexicon.undergone else None
            relation = found[1].relation if found is not None else None
            return NounFrame(lemma, relation, None, "source", "", ()) if relation is not None else None
        if f"{noun.nbor(-1).lower_ if noun.i else ''} {lemma}" in self._lexicon.status.other_nouns:
            return None  # "in case"
        for each in noun.lefts:
            words = f"{each.lower_} {lemma}"
            if words in self._lexicon.status.other_nouns:
                return None
            if (frame := self._lexicon.nouns.get(words)) is not None:
                return frame
        return self._lexicon.nouns[lemma]

    def side(self, page: Page, noun: Token) -> Iterator[Candidate]:
        """Yield what a noun says of whom it describes: "X is a critic of Y", "X, a Y supporter, …"."""
        verb = noun.head
        if noun.dep_ == "attr" and verb.lemma_ in {"be", "become", "remain"}:
            described = arguments.subjects(verb, self._lexicon)
        elif noun.dep_ == "appos":
            described = [verb]
        else:
            described = syntax.children(noun, "appos")
        lemma = noun.lemma_.lower()
        frame = NounFrame(lemma, self._lexicon.sides[lemma], None, "target", "target", ())
        sources = [each for each in self._voices.all(page, described) if self._voices.traits.is_named(each)]
        acting = {party.actor for party in sources}
        concerned = self._parties_of(page, noun, "of") or self._owners(page, noun)
        targets = [each for each in concerned if each.actor not in acting]
        yield from across(frame, sources, targets, noun, f"side:{lemma}", SURE["noun"])

    def _undergone(self, page: Page, noun: Token, frame: NounFrame) -> Iterator[Candidate]:
        """Yield what the subject of a verb has done to it: "faced criticism from X", "won X's support"."""
        found = self._undergoing_verb(noun)
        if found is None or self._ontology.relations[frame.relation].symmetric:
            return
        verb, undergoing = found
        who = [verb] if verb.pos_ == "VERB" and verb.lemma_ != "be" else []
        # Both sides of a clash hurt each other.
        words = ("by", "from", "with") if frame.of == "pair" else ("by", "from")
        by = [one for head in [noun, *who] for word in words for one in arguments.after([head], word)]
        sources = self._voices.either(page, by)
        if not sources and frame.possessor == "source":
            sources = self._owners(page, noun) or self._parties_of(page, noun, "of")
        acting = {party.actor for party in sources}
        subjects = arguments.subjects(verb, self._lexicon)
        targets = [each for each in self._voices.either(page, subjects) if each.actor not in acting]
        if undergoing.relation is not None and undergoing.relation != frame.relation:
            frame = replace(frame, relation=undergoing.relation, mode=None)
        elif not undergoing.hurts:
            frame = self._meant(frame, noun, [*sources, *targets])
        yield from across(frame, sources, targets, noun, f"noun:{frame.entry}:undergone", SURE["noun"])

    def _undergoing_verb(self, noun: Token) -> tuple[Token, Undergoing] | None:
        """Return the verb whose subject undergoes what a noun says, and its entry."""
        counted = arguments.counted_by(noun, self._lexicon)
        while counted.dep_ == "conj":
            counted = counted.head
        above, preposition = counted.head, ""
        if counted.dep_ == "pobj":
            preposition, above = above.lower_, above.head
            if preposition == "of" and above.dep_ == "attr":  # "was the target of"
                preposition, above = f"{above.lemma_.lower()} of", above.head
        elif counted.dep_ != "dobj":
            return None
        if above.pos_ not in {"VERB", "AUX"}:
            return None
        voice = "passive" if syntax.is_passive(above) else "active"
        lemma = noun.lemma_.lower()
        entries = self._lexicon.undergoing.get((above.lemma_.lower(), preposition, voice), ())
        return next(((above, each) for each in entries if not each.nouns or lemma in each.nouns), None)

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
            behind = [
                each for each in self._voices.behind(page, [thing]) if not self._voices.traits.is_place(each)
            ]
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
        if noun.dep_ == "pobj" and any(
            each.lemma_.lower() != "part" for each in syntax.children(verb, "dobj")
        ):
            return None  # "gave details on the attack": not the attack
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
                    if one.dep_ == "compound" and self._voices.traits.is_weapon(one):
                        continue  # nobody's drone strike is the drone's
                    if one.dep_ == "amod" and one.i in page.by_token and not page.by_token[one.i].known:
                        continue  # "Islamic attacks"
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
