"""Attachments that parsers get wrong and grammar settles."""

from spacy.tokens import Doc, Token

from extract import syntax
from extract.lexicon import Lexicon

_OF_THE_VERB = frozenset({"prep", "nsubj", "nsubjpass", "mark", "neg", "advmod", "expl"})


def correct(doc: Doc, lexicon: Lexicon) -> None:
    """Put right, in place, what coordinated verbs and subjects hang on."""
    for token in doc:
        if token.head.dep_ in {"aux", "auxpass"} and token.dep_ in _OF_THE_VERB:
            token.head = token.head.head  # a subject or an "if" is the verb's, not its auxiliary's
        if token.dep_ == "mark" and token.head.i < token.i:
            _introduced(token)
        if token.dep_ in {"conj", "ccomp"} and token.tag_ in {"VBD", "VBZ", "VBP"}:
            _clauses_apart(token, lexicon)
        if token.tag_ == "VBG" and token.dep_ in {"compound", "amod"}:
            _governing(token, lexicon)
        if token.dep_ == "relcl" and _has_two_antecedents(token, lexicon):
            token.dep_ = "dep"
        if token.dep_ == "neg":
            _left_out(token)
        if token.dep_ == "conj" and token.tag_ == "VBD" and _is_bare(token):
            head = _finite_above(token)
            if head is not None:
                token.head = head


def _introduced(mark: Token) -> None:
    """Give "that" to the clause after it, not to a verb before it: "there is no sign that X met Y"."""
    noun = mark.nbor(-1)
    clause = next((each for each in noun.children if each.dep_ in {"relcl", "acl"} and each.i > mark.i), None)
    if clause is not None:
        mark.head = clause


def _governing(gerund: Token, lexicon: Lexicon) -> None:
    """Give a gerund after a preposition the name after it for its object: "voted against sanctioning Turkey"."""
    noun, preposition = gerund.head, gerund.head.head
    if (
        noun.pos_ == "PROPN"
        and noun.i == gerund.i + 1
        and noun.dep_ == "pobj"
        and preposition.i == gerund.i - 1
        and gerund.lemma_.lower() in lexicon.verbs
    ):
        gerund.head, gerund.dep_ = preposition, "pcomp"
        noun.head, noun.dep_ = gerund, "dobj"


def _has_two_antecedents(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether "who" may be either of two persons: "the brother of X, who was arrested"."""
    name = verb.head
    relative = any(each.lower_ in {"who", "whom", "whose"} for each in verb.subtree if each.i <= verb.i)
    if not relative or name.pos_ != "PROPN" or name.dep_ not in {"pobj", "poss"}:
        return False
    other = name.head.head if name.dep_ == "pobj" and name.head.lower_ == "of" else name.head
    return other.lemma_.lower() in lexicon.status.kin_nouns


def _left_out(negation: Token) -> None:
    """Give "not" of "the EU and not NATO attacked" to the name it leaves out, not to the verb."""
    verb, after = negation.head, negation.nbor() if negation.i + 1 < len(negation.doc) else negation
    before = negation.nbor(-1) if negation.i else negation
    subjects = syntax.children(verb, "nsubj", "nsubjpass")
    if (
        before.dep_ == "cc"
        and before.head in subjects
        and len(subjects) > 1
        and subjects[-1].left_edge == after
    ):
        other = subjects[-1]
        negation.head, other.head, other.dep_ = other, before.head, "conj"


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
