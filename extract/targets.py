"""Where the target of a verb stands, by the words of the lexicon's `targets` column (docs/changing.md)."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from extract import arguments, syntax
from extract.lexicon import Lexicon
from extract.party import Party
from extract.reading import Page
from extract.voices import Voices

_AMONG = frozenset({"of", "with", "between"})
_INNER = frozenset({"with", "against", "on", "to", "from", "for", "at", "into", "in"})
_AROUND = ("against", "with", "near", "at", "along", "in", "over", "for")


class Targets:
    """Finds the targets of verbs in one article."""

    def __init__(self, lexicon: Lexicon, voices: Voices) -> None:
        self._lexicon = lexicon
        self._voices = voices
        self._places: dict[str, Callable[[Page, Token], list[Party]]] = {
            "obj": self._object,
            "obj:to": self._object_with_infinitive,
            "obj:good": self._praised,
            "obj:bad": self._blamed,
            "rival": self._rival,
            "armed": self._armed,
            "troops": self._left_by_troops,
            "passive": self._in_passive,
            "dative": self._dative,
            "office": self._office,
            "among": self._among,
            "behind": self._behind,
            "backing": self._backed,
            "insubj": self._inner_subject,
            "inwish": self._wished,
            "inobj": self._inner_object,
            "inbehind": self._inner_behind,
            "condition": self._condition,
        }

    def located(self, page: Page, verb: Token, locator: str, *, strict: bool = False) -> list[Party]:
        """Return the parties that stand where the locator says.

        Strict: themselves, not behind what stands there; who agrees with a decision of X has agreed with nobody.
        """
        if locator in self._places:
            return self._places[locator](page, verb)
        where, _, which = locator.partition("@")
        if which:
            anyone = self.located(page, verb, where, strict=strict)
            return [each for each in anyone if self._is(which, page, verb, each)]
        place, _, word = locator.partition(":")
        if word and place == "obj":
            found = self._described(verb) if arguments.is_said(verb, word) else []
            return self._voices.either(page, found)
        if word in self._lexicon.evaluations:
            fits = self._is_evaluated(verb, self._lexicon.evaluations[word])
            return self._voices.either(page, self._after(verb, place)) if fits else []
        if word:
            return self._around(page, verb, place, word)
        preposition = locator.removesuffix("+")
        tokens = self._after(verb, preposition)
        if strict or preposition == "in":  # behind "in" stand circumstances: "in anticipation of X"
            return self._voices.all(page, tokens)
        parties = self._voices.either(page, tokens)
        if parties or not locator.endswith("+"):
            return parties
        # "lifted its ban on imports from Iran": what the thing concerns is the party.
        return self._voices.all(page, [one for each in tokens for one in syntax.below(each)])

    def _is(self, which: str, page: Page, verb: Token, party: Party) -> bool:
        """Tell whether a target is what its locator asks for after "@"."""
        if which == "place":
            return self._voices.traits.is_somewhere(party)
        doers = self._voices.all(page, arguments.doers(verb, self._lexicon))
        if which == "people":
            return self._voices.traits.is_people(party)
        if which == "victim":
            # Of two that are named one may beat the other in a game or in an election.
            named = all(self._voices.traits.is_single(each) for each in [*doers, party])
            return self._voices.traits.is_people(party) and not (doers and named)
        if which == "violent":
            traits = self._voices.traits
            spoken = bool(doers) and all(traits.is_rival(each) for each in doers)
            violent = any(traits.is_violent(each) for each in [*doers, party])
            return any(traits.is_armed(each) for each in [*doers, party]) or (violent and not spoken)
        if which == "armed":
            return any(self._voices.traits.is_armed(each) for each in [*doers, party])
        return all(self._voices.traits.is_rival(each) for each in [*doers, party])

    def given(self, page: Page, verb: Token) -> Iterator[Party]:
        """Yield whom something is given that a parse takes for one name with it: "gave Ukraine weapons"."""
        for thing in syntax.objects(verb):
            for each in syntax.children(thing, "compound", "nmod"):
                name = page.by_token.get(each.i)
                if name is None or name.start != verb.i + 1 or name.is_modifier or name.text.isupper():
                    continue
                party = self._voices.party(page, page.doc[name.head])
                if party is not None and name.kind in {"Country", "Person"}:
                    yield party

    def _patients(self, verb: Token) -> list[Token]:
        return arguments.patients(verb, self._lexicon)

    def _object(self, page: Page, verb: Token) -> list[Party]:
        return self._voices.all(page, self._patients(verb))

    def _object_with_infinitive(self, page: Page, verb: Token) -> list[Party]:
        clauses = [each for each in verb.children if each.dep_ in {"xcomp", "ccomp", "advcl"}]
        # "asked X in a call to investigate"
        clauses += [
            one
            for each in syntax.children(verb, "prep")
            for noun in syntax.children(each, "pobj")
            for one in syntax.children(noun, "acl", "relcl")
        ]
        has = any(
            one.tag_ == "TO" for each in clauses if not syntax.is_passive(each) for one in each.children
        )
        return self._object(page, verb) if has else []

    def _praised(self, page: Page, verb: Token) -> list[Party]:
        return self._evaluated(page, verb, self._lexicon.evaluations["good"])

    def _blamed(self, page: Page, verb: Token) -> list[Party]:
        return self._evaluated(page, verb, self._lexicon.evaluations["bad"])

    def _evaluated(self, page: Page, verb: Token, words: frozenset[str]) -> list[Party]:
        fits = self._is_evaluated(verb, words)
        return self._voices.either(page, self._described(verb)) if fits else []

    def _is_evaluated(self, verb: Token, words: frozenset[str]) -> bool:
        return any(each.lemma_.lower() in words for each in arguments.description(verb))

    def _rival(self, page: Page, verb: Token) -> list[Party]:
        """Return the object where both sides fight with words: named persons, parties, newspapers."""
        doers = self._voices.all(page, arguments.doers(verb, self._lexicon))
        found = self._object(page, verb)
        return found if all(self._voices.traits.is_rival(each) for each in [*doers, *found]) else []

    def _armed(self, page: Page, verb: Token) -> list[Party]:
        """Return the object where states or armed bodies are on both sides, or one and people."""
        doers = self._voices.all(page, arguments.doers(verb, self._lexicon))
        found = self._object(page, verb)
        return found if any(self._voices.traits.is_armed(each) for each in [*doers, *found]) else []

    def _left_by_troops(self, page: Page, verb: Token) -> list[Party]:
        """Return the object where armed people are the subject: "the troops left Syria"."""
        doers = self._voices.all(page, arguments.doers(verb, self._lexicon))
        return (
            self._object(page, verb) if any(self._voices.traits.is_armed_body(each) for each in doers) else []
        )

    def _in_passive(self, page: Page, verb: Token) -> list[Party]:
        return self._object(page, verb) if syntax.is_passive(verb) else []

    def _dative(self, page: Page, verb: Token) -> list[Party]:
        return self._voices.all(page, arguments.datives(verb))

    def _office(self, page: Page, verb: Token) -> list[Party]:
        doers = self._voices.all(page, arguments.doers(verb, self._lexicon))
        return [held for each in doers if (held := self._voices.office_of(each)) is not None]

    def _among(self, page: Page, verb: Token) -> list[Party]:
        between = [one for each in self._patients(verb) for one in syntax.below(each, prepositions=_AMONG)]
        return self._voices.all(page, between)

    def _backed(self, page: Page, verb: Token) -> list[Party]:
        return self._voices.all(page, self._after(verb, "behind"))

    def _behind(self, page: Page, verb: Token) -> list[Party]:
        return self._voices.behind(page, self._patients(verb))

    def _inner_subject(self, page: Page, verb: Token) -> list[Party]:
        clauses = (each for each in arguments.complements(verb) if not arguments.is_indirect_question(each))
        subjects = [one for each in clauses for one in arguments.addressees(each)]
        return self._voices.all(page, subjects)

    def _wished(self, page: Page, verb: Token) -> list[Party]:
        """Return who is to act in a complement that wishes: "insisted that X go", not "insisted that X went"."""
        clauses = (each for each in arguments.complements(verb) if arguments.is_wish(each))
        return self._voices.all(page, [one for each in clauses for one in arguments.addressees(each)])

    def _inner_object(self, page: Page, verb: Token) -> list[Party]:
        return [party for each in arguments.complements(verb) for party in self._acted_on(page, each)]

    def _inner_behind(self, page: Page, verb: Token) -> list[Party]:
        """Return who is behind what a complement is about: "refused to respond to a request from X"."""
        tokens: list[Token] = []
        for each in arguments.complements(verb):
            tokens.extend(self._patients(each))
            tokens.extend(arguments.own_subjects(each))
            tokens.extend(arguments.prepositional(each, _INNER))
        return self._voices.behind(page, tokens)

    def _condition(self, page: Page, verb: Token) -> list[Party]:
        clause = arguments.condition(verb)
        return self._voices.all(page, arguments.own_subjects(clause)) if clause is not None else []

    def _around(self, page: Page, verb: Token, preposition: str, word: str) -> list[Party]:
        """Return whom something concerns that a phrase names: "went on strike at Amazon"."""
        nouns = [
            each for each in syntax.preposition_objects(verb, preposition) if each.lemma_.lower() == word
        ]
        if not nouns:
            return []
        if owners := self._voices.behind(page, nouns):
            return owners  # "came to X's defense"
        for each in _AROUND:
            found = arguments.after([*nouns, verb], each)
            if parties := self._voices.either(page, [one for one in found if one not in nouns]):
                return parties
        return []

    def _after(self, verb: Token, preposition: str) -> list[Token]:
        """Return the nouns after a preposition of a verb or of what it acts on."""
        heads = [verb]
        for each in self._patients(verb):
            heads.extend(arguments.transparent(each, self._lexicon))
            # "restrictions imposed on X"
            # and not "favored by X", who does that
            if preposition != "by":
                heads.extend(one for one in syntax.children(each, "acl") if one.tag_ == "VBN")
        return arguments.after(heads, preposition)

    def _described(self, verb: Token) -> list[Token]:
        """Return what a verb of describing is about; "called X a liar" may be parsed as a clause."""
        clause = next(
            (each for each in verb.children if each.dep_ == "ccomp" and each.pos_ in {"NOUN", "ADJ", "VERB"}),
            None,
        )
        found = self._patients(verb)
        if any(each.lower_ == "it" for each in found):
            return []  # "called it a terrible event" is of what happened
        return found or (arguments.own_subjects(clause) if clause is not None else [])

    def _acted_on(self, page: Page, verb: Token) -> list[Party]:
        """Return the parties acted on inside a complement: its objects, what follows its prepositions."""
        objects = self._patients(verb)
        nested = [one for each in objects for one in arguments.prepositional(each, _INNER - {"for", "at"})]
        return (
            self._voices.all(page, objects)
            or self._voices.all(page, arguments.prepositional(verb, _INNER - {"in"}))
            or self._voices.all(page, nested)
        )
