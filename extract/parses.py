"""Attachments that parsers get wrong and grammar settles."""

from spacy.tokens import Doc, Token

from extract import syntax
from extract.lexicon import Lexicon

_OF_THE_VERB = frozenset({"nsubj", "nsubjpass", "mark", "neg", "advmod", "expl"})


def correct(doc: Doc, lexicon: Lexicon) -> None:
    """Put right, in place, what coordinated verbs and subjects hang on."""
    for token in doc:
        if token.head.dep_ in {"aux", "auxpass"} and token.dep_ in _OF_THE_VERB:
            token.head = token.head.head  # a subject or an "if" is the verb's, not its auxiliary's
        if token.dep_ in {"conj", "ccomp"} and token.tag_ in {"VBD", "VBZ", "VBP"}:
            _clauses_apart(token, lexicon)
        if token.dep_ == "conj" and token.tag_ == "VBD" and _is_bare(token):
            head = _finite_above(token)
            if head is not None:
                token.head = head


def _clauses_apart(verb: Token, lexicon: Lexicon) -> None:
    """Give a clause the subject that a parse took for an object before it: "A attacked B and C condemned it"."""
    first = verb.head
    subject = _right_before(verb)
    if subject is None or subject.dep_ != "conj" or subject.head.pos_ not in {"PROPN", "NOUN"}:
        return
    other = subject.head
    if (
        verb.dep_ == "conj"
        and other.dep_ in {"dobj", "pobj"}
        and syntax.child(verb, "nsubj", "nsubjpass") is None
    ):
        subject.head, subject.dep_ = verb, "nsubj"
    elif (
        verb.dep_ == "ccomp"
        and other.dep_ == "nsubj"
        and other.head == verb
        and first.i < other.i
        and not syntax.children(first, "dobj")
        and first.lemma_.lower() in lexicon.verbs
        and first.lemma_.lower() not in lexicon.reports
        and lexicon.complement(first, "that") is None
    ):
        subject.head, subject.dep_ = verb, "nsubj"
        other.head, other.dep_ = first, "dobj"
        verb.dep_ = "conj"


def _right_before(verb: Token) -> Token | None:
    """Return the noun that ends right before a finite verb and its auxiliaries and adverbs."""
    index = verb.i - 1
    while index > verb.sent.start and verb.doc[index].dep_ in {"aux", "auxpass", "advmod", "neg"}:
        index -= 1
    token = verb.doc[index]
    return token if index > verb.sent.start and token.pos_ in {"PROPN", "NOUN"} else None


def _is_bare(verb: Token) -> bool:
    return syntax.child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is None


def _finite_above(verb: Token) -> Token | None:
    """Return the past tense that a past tense goes on from: "said that he will lose and asked voters".

    It cannot go on from an infinitive or a gerund.
    """
    first = verb.head
    infinitive = first.tag_ == "VB" and syntax.child(first, "aux") is not None
    gerund = first.tag_ == "VBG" and syntax.child(first, "aux") is None
    if first.dep_ not in {"ccomp", "xcomp", "pcomp", "advcl"} or not (infinitive or gerund):
        return None
    for _, above in syntax.ancestors_with_link(first):
        if above.tag_ == "VBD":
            return above
    return None
