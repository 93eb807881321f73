"""Attachments that parsers get wrong and grammar settles."""

from spacy.tokens import Doc, Token

from extract import syntax

_OF_THE_VERB = frozenset({"nsubj", "nsubjpass", "mark", "neg", "advmod", "expl"})


def correct(doc: Doc) -> None:
    """Put right, in place, what coordinated verbs and subjects hang on."""
    for token in doc:
        if token.head.dep_ in {"aux", "auxpass"} and token.dep_ in _OF_THE_VERB:
            token.head = token.head.head  # a subject or an "if" is the verb's, not its auxiliary's
        if token.dep_ == "conj" and token.tag_ == "VBD" and _is_bare(token):
            head = _finite_above(token)
            if head is not None:
                token.head = head


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
