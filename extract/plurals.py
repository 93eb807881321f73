"""Whom "they" and "their" refer to: the one body or group that a sentence and the one before it speak of."""

from collections.abc import Callable

from spacy.tokens import Span, Token

from extract import syntax
from extract.gazetteer import name_forms
from extract.mentions import Name
from extract.reading import Page, Reading

SUBJECT = frozenset({"nsubj", "nsubjpass"})
_MANY = frozenset({"Organization", "Group", "Country"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "dative", "attr", "appos"})
_MINDED = frozenset(
    {
        "believe",
        "want",
        "hope",
        "wish",
        "fear",
        "feel",
        "think",
        "know",
        "decide",
        "refuse",
        "respond",
        "try",
        "agree",
    }
)

Resolver = Callable[[Page, Token], str | None]


class Plurals:
    """Resolves "they", "them" and "their" in one article; abstains where two are as likely."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        lexicon = reading.lexicon
        controlled = {verb for (verb, _), each in lexicon.complements.items() if each.controller == "source"}
        self._minded = _MINDED | controlled | set(lexicon.reports) | set(lexicon.verbs)

    def of(self, page: Page, token: Token, resolve: Resolver) -> str | None:
        """Return the body or group that the pronoun refers to, None where more than one may be meant."""
        if token.dep_ == "poss":
            return self._owners(page, token, resolve)
        below = self._below_a_subject(token)
        if below is not None and below.dep_ == "ccomp":
            return self._repeated(page, below, resolve)
        return self._only_ones(page, token, resolve)

    def _repeated(self, page: Page, below: Token, resolve: Resolver) -> str | None:
        """Return the subject of the clause above that "they" repeats: "the rebels said they will free X"."""
        subject = syntax.child(below.head, *SUBJECT)
        if subject is None or any(each.dep_ == "conj" for each in subject.children):
            return None
        if any(each.dep_ in {"dobj", "dative"} for each in below.head.children):
            return None  # "told the police they …": either may be meant
        return self._several(resolve(page, subject))

    def _below_a_subject(self, token: Token) -> Token | None:
        """Return the clause with the pronoun, right below one that has a noun for its subject."""
        verb = token.head
        while verb.head != verb:
            below, verb = verb, verb.head
            if any(
                each.dep_ in SUBJECT and each.i < token.i and each.pos_ != "PRON" for each in verb.children
            ):
                return below
        return None

    def _only_ones(self, page: Page, token: Token, resolve: Resolver) -> str | None:
        """Return the only body or group that this sentence before "they" and the one before it speak of."""
        verb = token.head
        if token.dep_ != "nsubj" or verb.lemma_.lower() not in self._minded:
            return None  # what is not said to act or think may be things
        if verb.dep_ == "conj" and any(each.lower_ == "but" for each in verb.head.children):
            return None  # "NATO had not, but they had"
        start = token.sent.start
        before = page.doc[page.doc[start - 1].sent.start if start else 0 : token.i]
        found: set[str | None] = set()
        for each in before:
            name = page.by_token.get(each.i)
            if name is not None and name.head == each.i:
                found |= self._named(page, name, each)
            elif name is None and each.tag_ in {"NNS", "NNPS"} and self._is_people(each):
                found.add(self._several(resolve(page, each)))
            elif each.tag_ == "NNS" and each.dep_ in SUBJECT and each.sent == token.sent:
                return None  # "yen contracts are excluded as they …"
        if len(found) != 1 or self._persons_together(page, before):
            return None
        return found.pop()

    def _named(self, page: Page, name: Name, head: Token) -> set[str | None]:
        """Return the actor of a name that "they" may repeat, nothing where it cannot."""
        resolved = self._reading.actor_of(page, name)
        if resolved is None or name.locates or name.is_modifier or head.dep_ not in _ARGUMENTS:
            return set()
        actor = self._several(resolved[0])
        return set() if actor is None else {actor}

    def _several(self, actor: str | None) -> str | None:
        return actor if actor is not None and self._reading.cast.members[actor].kind in _MANY else None

    def _is_people(self, noun: Token) -> bool:
        words = {noun.lower_, noun.lemma_.lower()}
        gazetteer = self._reading.gazetteer
        return (
            not words.isdisjoint(gazetteer.roles)
            or not words.isdisjoint(gazetteer.titles)
            or not words.isdisjoint(name_forms("persons") | name_forms("beings"))
            or noun.lower_ in {"people", "men", "women", "children"}
        )

    def _persons_together(self, page: Page, words: Span) -> bool:
        """Tell whether two persons stand together, whom "they" may mean: "Smith and Jones"."""
        for each in words:
            name = page.by_token.get(each.i)
            resolved = (
                self._reading.actor_of(page, name) if name is not None and each.dep_ == "conj" else None
            )
            if resolved is not None and self._reading.cast.members[resolved[0]].kind == "Person":
                return True
        return False

    def _owners(self, page: Page, token: Token, resolve: Resolver) -> str | None:
        """Return the body or group whose own "their" speaks of: "Twitter gave him the option to join their company"."""
        subject = self._subject(token)
        if subject is None or subject.i > token.i:
            return None
        if subject.lower_ == "they":
            return self.of(page, subject, resolve)
        if subject.pos_ == "PRON":
            return None
        between = page.doc[subject.i + 1 : token.i]
        if any(each.tag_ in {"NNS", "NNPS"} or each.dep_ == "conj" for each in between):
            return None
        name = page.by_token.get(subject.i)
        if any(
            one != name and one.start > subject.i
            for one in page.names
            if one.start < token.i and one.kind != "Person"
        ):
            return None
        return self._several(resolve(page, subject))

    def _subject(self, token: Token) -> Token | None:
        verb = token.head
        while verb.head != verb and verb.pos_ not in {"VERB", "AUX"}:
            verb = verb.head
        while True:
            subject = syntax.child(verb, *SUBJECT)
            if subject is not None or verb.head == verb:
                return subject
            verb = verb.head
