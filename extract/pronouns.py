"""Whom a pronoun or an office without a name refers to; abstains where two are as likely."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from extract import first_names
from extract.gazetteer import Known
from extract.mentions import Name
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
_SUBJECT = frozenset({"nsubj", "nsubjpass"})

Resolver = Callable[[Page, Token], str | None]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that a pronoun may refer to."""

    actor: str
    kind: str
    subject: bool
    position: int
    sentence: int
    name: Name


class Antecedents:
    """The persons and bodies of an article in reading order, and the offices they hold."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._candidates: list[list[Candidate]] = []
        self._offices: dict[str, list[str]] = {}
        for page in reading.pages:
            self._candidates.append(self._of_page(page))

    def holds(self, actor: str, title: str) -> None:
        """Learn that the article names this person with that title."""
        holders = self._offices.setdefault(title, [])
        if actor not in holders:
            holders.append(actor)

    def office_holder(self, title: str, country: Known | None) -> str | None:
        """Return the one person of the article with that title, of that country if one is named."""
        holders = [
            actor
            for name, actors in self._offices.items()
            if _is_title_of(title, name)
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
            return self._many(page, token, resolve)
        return None

    def _of_page(self, page: Page) -> list[Candidate]:
        sentences = {token.i: number for number, sentence in enumerate(page.doc.sents) for token in sentence}
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
                    resolved[0], member.kind, head.dep_ in _SUBJECT, name.start, sentences[name.start], name
                )
            )
        return found

    def _gender(self, page: Page, name: Name, full: str) -> str | None:
        before = page.doc[name.start - 1].text if name.start else ""
        if before in self._reading.gazetteer.genders and (given := self._reading.gazetteer.genders[before]):
            return given
        first = full.split(maxsplit=1)[0]
        return first_names.gender(first) if " " in full else None

    def _person(
        self, page: Page, token: Token, gender: str, speaker: str | None, resolve: Resolver
    ) -> str | None:
        sentence = next(
            number for number, each in enumerate(page.doc.sents) if each.start <= token.i < each.end
        )
        members = self._reading.cast.members

        def fits(candidate: Candidate) -> bool:
            return (
                candidate.kind == "Person"
                and members[candidate.actor].gender in {None, gender}
                and candidate.actor != speaker
            )

        inside = _subject_phrase(token)
        here = [
            each
            for each in self._candidates[page.number]
            if fits(each) and not (each.name.head in inside and each.sentence == sentence)
        ]
        same = [each for each in here if each.sentence == sentence and each.position < token.i]
        before = [each for each in here if each.sentence == sentence - 1]
        if not before and sentence > 1:
            before = [each for each in here if each.sentence == sentence - 2]
        if not before and not any(each.sentence < sentence for each in here):
            before = self._last_sentence_of_previous_page(page, fits)
        nearer = self._described_person(page, token, same, gender)
        if nearer is not None:
            # "accused the minister … and demanded that he resign", "questioned a woman, but released her"
            actor = resolve(page, nearer)
            if (actor is not None and actor != speaker) or not same:
                return actor
        for group in (same, before):
            chosen = _one(group)
            if chosen is not None:
                return chosen
            if group:
                return None
        return None

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
                return found
        return []

    def _relative(self, page: Page, token: Token, resolve: Resolver) -> str | None:
        clause = token.head
        while clause.dep_ not in {"relcl", "acl"} and clause.head != clause:
            clause = clause.head
        return resolve(page, clause.head) if clause.dep_ in {"relcl", "acl"} else None

    def _body(self, page: Page, token: Token, resolve: Resolver) -> str | None:
        """Return the subject of the clause above or before, if that is a body: "Washington warned it could"."""
        verb = token.head
        while verb.head != verb:
            verb = verb.head
            subject = next(
                (each for each in verb.children if each.dep_ in _SUBJECT and each.i < token.i), None
            )
            if subject is not None and subject.pos_ != "PRON":
                return self._one_body(page, subject, resolve)
        return self._subject_before(page, token, resolve)

    def _many(self, page: Page, token: Token, resolve: Resolver) -> str | None:
        """Return the subject of the clause above that "they" repeats: "the rebels said they will free X"."""
        verb = token.head
        while verb.head != verb:
            below, verb = verb, verb.head
            subject = next(
                (each for each in verb.children if each.dep_ in _SUBJECT and each.i < token.i), None
            )
            if subject is None or subject.pos_ == "PRON":
                continue
            if below.dep_ != "ccomp" or any(each.dep_ == "conj" for each in subject.children):
                return None
            if any(each.dep_ in {"dobj", "dative"} for each in verb.children):
                return None  # "told the police they …": either may be meant
            actor = resolve(page, subject)
            members = self._reading.cast.members
            return actor if actor is not None and members[actor].kind != "Person" else None
        return None

    def _subject_before(self, page: Page, token: Token, resolve: Resolver) -> str | None:
        start = token.sent.start
        if start == 0:
            return None
        root = page.doc[start - 1].sent.root
        subject = next((each for each in root.children if each.dep_ in _SUBJECT), None)
        if subject is None or subject.pos_ == "PRON":
            return None
        return self._one_body(page, subject, resolve)

    def _one_body(self, page: Page, subject: Token, resolve: Resolver) -> str | None:
        """Return the body that "it" may be; "officials said it has spread" speaks of something else."""
        if subject.tag_ == "NNS" and subject.i not in page.by_token:
            return None
        actor = resolve(page, subject)
        return actor if actor is not None and self._reading.cast.members[actor].kind != "Person" else None


def _subject_phrase(pronoun: Token) -> set[int]:
    """Return the tokens of the subject of the verb whose object a pronoun is: "him" is nobody in there."""
    verb = pronoun.head
    if pronoun.dep_ not in {"dobj", "dative"} or verb.pos_ not in {"VERB", "AUX"}:
        return set()
    subjects = (each for each in verb.children if each.dep_ in _SUBJECT)
    return {token.i for each in subjects for token in each.subtree}


def _is_title_of(title: str, office: str) -> bool:
    """Tell whether a bare title may mean an office: "the president" is no vice president, "the oil" no minister."""
    words = re.split(r" (?:of|for|to|in|at|and) ", office)[0].split()
    return words[-1:] == [title] and not (words[0] in _LESSER and title not in _LESSER)


def _one(group: list[Candidate]) -> str | None:
    """Return the actor that all candidates are, or the only one that is a subject."""
    actors = {each.actor for each in group}
    if len(actors) == 1:
        return actors.pop()
    subjects = {each.actor for each in group if each.subject}
    return subjects.pop() if len(subjects) == 1 else None
