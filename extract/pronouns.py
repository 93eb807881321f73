"""Whom a pronoun or an office without a name refers to; abstains where two are as likely."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from extract import first_names
from extract.gazetteer import Known
from extract.mentions import Name
from extract.plurals import SUBJECT, Plurals, Resolver
from extract.reading import Page, Reading

FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "themselves"})
_WOMEN = frozenset({"woman", "girl", "mother", "wife", "daughter", "sister", "spokeswoman", "queen"})
_MEN = frozenset({"man", "boy", "father", "husband", "son", "brother", "spokesman", "king"})
_LESSER = frozenset({"vice", "deputy", "assistant", "former", "ex-", "ex", "acting", "under", "associate"})
RELATIVE = frozenset({"who", "which", "that", "whom"})

# What makes a person the one in mind, after the preferences of Lappin and Leass (1994): how near, whether a subject.
_BACK = 2  # sentences
_APPOSED = 8  # tokens from a noun to the end of the name that follows it
_NEAR = (2.25, 2.0, 0.75)
_AS_SUBJECT, _GOVERNS, _KNOWN_SEX, _OFTEN, _CLOSE = 1.0, 0.75, 0.5, 0.5, 0.75
_MANY = 6  # mentions


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that a pronoun may refer to."""

    actor: str
    kind: str
    subject: bool
    position: int
    sentence: int
    name: Name | None  # None of a pronoun


@dataclass(frozen=True, slots=True)
class _Acting:
    """A "he" or "she" that is a subject, in which sentence, and whether in somebody's quoted words."""

    token: Token
    sentence: int
    quoted: bool


def _only_locates(place: Token) -> bool:
    """Tell whether "which" may as well mean what is there: "the incident in Streatham, which the police called terrorism"."""
    above = place.head
    return place.dep_ == "pobj" and above.lower_ in {"in", "at", "near"} and above.head.pos_ == "NOUN"


class Antecedents:
    """The persons and bodies of an article in reading order, and the offices they hold."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._candidates: list[list[Candidate]] = []
        self._offices: dict[str, list[str]] = {}
        self._sentences: list[dict[int, int]] = []
        self._acting: list[list[_Acting]] = []
        self._quoted: list[frozenset[int]] = []
        self._pronouns: dict[tuple[int, int], str | None] = {}
        self._settled: set[int] = set()
        self._plurals = Plurals(reading)
        for page in reading.pages:
            self._candidates.append(self._of_page(page))
        self._often = Counter(each.actor for page in self._candidates for each in page)

    def holds(self, actor: str, title: str) -> None:
        """Learn that the article names this person with that title."""
        holders = self._offices.setdefault(title, [])
        if actor not in holders:
            holders.append(actor)

    def office_holder(self, title: str, country: Known | None, more: set[str]) -> str | None:
        """Return the one person of the article with that title, of that country if one is named.

        `more` are the words before the title, which that person's must have too: the foreign minister is no health
        minister.
        """
        holders = [
            actor
            for name, actors in self._offices.items()
            if _is_title_of(title, name) and more <= set(name.split())
            for actor in actors
            if country is None or self._reading.cast.members[actor].country in {None, country.country}
        ]
        if country is not None:
            exact = [
                actor for actor in holders if self._reading.cast.members[actor].country == country.country
            ]
            holders = exact or holders
        unique = list(dict.fromkeys(holders))
        return unique[0] if len(unique) == 1 else None

    def of(self, page: Page, token: Token, speaker: str | None, resolve: Resolver) -> str | None:
        """Return the actor a pronoun refers to; `speaker` is who says the words it stands in."""
        word = token.lower_
        if word in FIRST:
            return speaker
        if word in RELATIVE:
            return self._relative(page, token, resolve)
        if word in _MALE or word in _FEMALE:
            return self._person(page, token, "m" if word in _MALE else "f", speaker, resolve)
        if word in _IT:
            return self._body(page, token, resolve)
        if word in _THEY:
            return self._plurals.of(page, token, resolve)
        return None

    def _of_page(self, page: Page) -> list[Candidate]:
        sentences = {token.i: number for number, sentence in enumerate(page.doc.sents) for token in sentence}
        self._sentences.append(sentences)
        quoted = _quoted(page.doc)
        self._acting.append(
            [
                _Acting(token, sentences[token.i], quoted=token.i in quoted)
                for token in page.doc
                if token.lower_ in _MALE | _FEMALE and token.dep_ in SUBJECT
            ]
        )
        self._quoted.append(quoted)
        found: list[Candidate] = []
        for name in page.names:
            resolved = self._reading.actor_of(page, name)
            if resolved is None:
                continue
            head = page.doc[name.head]
            member = self._reading.cast.members[resolved[0]]
            if member.kind == "Person" and member.gender is None:
                member.gender = self._gender(page, name, member.name)
            found.append(
                Candidate(
                    resolved[0], member.kind, _is_subject(head), name.start, sentences[name.start], name
                )
            )
        return found

    def _gender(self, page: Page, name: Name, full: str) -> str | None:
        before = page.doc[name.start - 1].text if name.start else ""
        if before in self._reading.gazetteer.genders and (given := self._reading.gazetteer.genders[before]):
            return given
        return first_names.gender(full.split(maxsplit=1)[0])

    def _person(
        self, page: Page, token: Token, gender: str, speaker: str | None, resolve: Resolver
    ) -> str | None:
        sentence = self._sentences[page.number][token.i]
        members = self._reading.cast.members

        others = self._named_at(page, _fellows(token))

        def fits(candidate: Candidate) -> bool:
            return (
                candidate.kind == "Person"
                and members[candidate.actor].gender in {None, gender}
                and candidate.actor != speaker
                and candidate.actor not in others
            )

        here = [each for each in self._candidates[page.number] if fits(each) and each.position < token.i]
        same = [each for each in here if each.sentence == sentence]
        nearer = self._described_person(page, token, same, gender)
        if nearer is not None:
            # "accused the minister … and demanded that he resign", "questioned a woman, but released her"
            actor = resolve(page, nearer)
            person = actor is not None and members[actor].kind == "Person"
            if (person and actor != speaker) or not same:
                return actor if person else None
        earlier = [each for each in here if sentence - _BACK <= each.sentence < sentence]
        earlier += self._repeated(page, token, sentence, gender, resolve, fits)
        if not earlier and not any(each.sentence < sentence for each in here):
            earlier = [
                replace(each, sentence=sentence - 1)
                for each in self._last_sentence_of_previous_page(page, fits)
            ]
        return self._best([*same, *earlier], token, sentence, gender)

    def _named_at(self, page: Page, tokens: set[int]) -> set[str]:
        return {
            each.actor
            for each in self._candidates[page.number]
            if each.name is not None and each.name.head in tokens
        }

    def _repeated(
        self,
        page: Page,
        token: Token,
        sentence: int,
        gender: str,
        resolve: Resolver,
        fits: Callable[[Candidate], bool],
    ) -> list[Candidate]:
        """Return whom the same pronoun was as a subject shortly before: "He … Then he …"."""
        if page.number not in self._settled:
            self._settled.add(page.number)
            for one in self._acting[page.number]:  # in reading order: each rests on those before it
                sex = "m" if one.token.lower_ in _MALE else "f"
                actor = self._person(page, one.token, sex, None, resolve)
                self._pronouns[page.number, one.token.i] = actor
        words = _MALE if gender == "m" else _FEMALE
        quoted = token.i in self._quoted[page.number]
        found: list[Candidate] = []
        for one in self._acting[page.number]:
            if one.token.i >= token.i or one.sentence < sentence - _BACK or one.quoted != quoted:
                continue
            actor = self._pronouns.get((page.number, one.token.i))
            if actor is not None and one.token.lower_ in words:
                candidate = Candidate(actor, "Person", True, one.token.i, one.sentence, None)
                if fits(candidate):
                    found.append(candidate)
        return found

    def _best(self, candidates: list[Candidate], token: Token, sentence: int, gender: str) -> str | None:
        """Return who is most in mind at a pronoun: near, a subject, of known sex, much spoken of; None if close."""
        weights: dict[str, float] = {}
        for each in candidates:
            weight = _NEAR[min(sentence - each.sentence, _BACK)]
            weight += _AS_SUBJECT if each.subject else 0.0
            weight += _GOVERNS if _governs(each, token, sentence) else 0.0
            member = self._reading.cast.members[each.actor]
            weight += _KNOWN_SEX if member.gender == gender else 0.0
            weight += _OFTEN * min(self._often[each.actor], _MANY) / _MANY
            weights[each.actor] = max(weight, weights.get(each.actor, weight))
        ranked = sorted(weights.items(), key=lambda each: -each[1])
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _CLOSE):
            return None
        return ranked[0][0]

    def _described_person(
        self, page: Page, token: Token, named: list[Candidate], gender: str
    ) -> Token | None:
        """Return the noun for one person that stands, as an object, nearer before a pronoun than any name."""
        roles = self._reading.gazetteer.roles
        last = max((each.position for each in named), default=-1)
        other = _WOMEN if gender == "m" else _MEN
        for noun in reversed(page.doc[max(token.sent.start, last + 1) : token.i]):
            role = roles.get(noun.lower_)
            office = noun.lemma_.lower() in self._reading.gazetteer.office_words and noun.tag_ == "NN"
            sexed = noun.lower_ in (_MEN if gender == "m" else _WOMEN)
            one = (role is not None and role.kind == "Person" and sexed) or office
            if (
                one
                and noun.dep_ in {"dobj", "dative"}
                and noun.i not in page.by_token
                and noun.lower_ not in other
            ):
                return noun
        return None

    def _last_sentence_of_previous_page(
        self, page: Page, fits: Callable[[Candidate], bool]
    ) -> list[Candidate]:
        for number in range(page.number - 1, max(page.number - 3, -1), -1):
            found = [each for each in self._candidates[number] if fits(each)]
            if found:
                last = max(each.sentence for each in found)
                return [each for each in found if each.sentence == last]
        return []

    def _relative(self, page: Page, token: Token, resolve: Resolver) -> str | None:
        clause = token.head
        while clause.dep_ not in {"relcl", "acl"} and clause.head != clause:
            clause = clause.head
        if clause.dep_ not in {"relcl", "acl"} or (token.lower_ == "which" and _only_locates(clause.head)):
            return None
        return resolve(page, clause.head)

    def _body(self, page: Page, token: Token, resolve: Resolver) -> str | None:
        """Return the subject of the clause above or before, if that is a body: "Washington warned it could"."""
        verb = token.head
        while verb.head != verb:
            verb = verb.head
            subject = next(
                (each for each in verb.children if each.dep_ in SUBJECT and each.i < token.i), None
            )
            if subject is not None and subject.pos_ != "PRON":
                return self._one_body(page, subject, resolve)
        return self._subject_before(page, token, resolve)

    def _subject_before(self, page: Page, token: Token, resolve: Resolver) -> str | None:
        start = token.sent.start
        if start == 0:
            return None
        root = page.doc[start - 1].sent.root
        subject = next((each for each in root.children if each.dep_ in SUBJECT), None)
        if subject is None or subject.pos_ == "PRON":
            return None
        return self._one_body(page, subject, resolve)

    def _one_body(self, page: Page, subject: Token, resolve: Resolver) -> str | None:
        """Return the body that "it" may be; "officials said it has spread" speaks of something else."""
        if subject.tag_ == "NNS" and subject.i not in page.by_token:
            return None
        actor = resolve(page, subject)
        return actor if actor is not None and self._reading.cast.members[actor].kind != "Person" else None


def _first(head: Token) -> Token:
    """Return the noun that stands for a name in its clause: "father" of "his father John Smith and …"."""
    while head.dep_ == "conj" or (
        head.dep_ == "appos" and head.head.pos_ == "NOUN" and head.i - head.head.i < _APPOSED
    ):
        head = head.head
    return head


def _is_subject(head: Token) -> bool:
    head = _first(head)
    return head.dep_ in SUBJECT


def _governs(candidate: Candidate, pronoun: Token, sentence: int) -> bool:
    """Tell whether a pronoun stands in what its candidate says or does: "Smith said he would"."""
    if not candidate.subject or candidate.sentence != sentence:
        return False
    place = candidate.name.head if candidate.name is not None else candidate.position
    verb = _first(pronoun.doc[place]).head
    return verb.is_ancestor(pronoun) and pronoun.head != verb


def _quoted(doc: Doc) -> frozenset[int]:
    """Return the tokens that stand between quotation marks, as far as the paragraph shows."""
    found: set[int] = set()
    curly, straight = 0, False
    for token in doc:
        curly += token.text.count("“") - token.text.count("”")
        straight ^= token.text.count('"') % 2 == 1
        if curly > 0 or straight:
            found.add(token.i)
    return frozenset(found)


def _fellows(pronoun: Token) -> set[int]:
    """Return the tokens of the other arguments of a pronoun's verb: "X pardoned him", "he was pardoned by X"."""
    verb = pronoun.head
    if pronoun.dep_ not in {"dobj", "dative", *SUBJECT} or verb.pos_ not in {"VERB", "AUX"}:
        return set()
    found = {each for each in verb.children if each.dep_ in {"dobj", "dative", *SUBJECT} and each != pronoun}
    found |= {one for each in verb.children if each.dep_ == "agent" for one in each.children}
    return {token.i for each in found for token in (each.subtree if each.dep_ in SUBJECT else [each])}


def _is_title_of(title: str, office: str) -> bool:
    """Tell whether a bare title may mean an office: "the president" is no vice president, "the oil" no minister."""
    words = re.split(r" (?:of|for|to|in|at|and) ", office)[0].split()
    return words[-1:] == [title] and not (words[0] in _LESSER and title not in _LESSER)
