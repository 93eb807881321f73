"""Who is behind a thing: "Iran's offer", "a Supreme Court decision", "the deal signed by Trump"."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract import syntax
from extract.lexicon import Lexicon
from extract.pronouns import RELATIVE

# What others do to a thing that is not theirs.
_JUDGING = frozenset(
    {"CRITICIZED", "PRAISED", "REJECTED", "ATTACKED", "ACCUSED", "PROTESTED_AGAINST", "SUPPORTED"}
)


def authors(token: Token, lexicon: Lexicon) -> Iterator[Token]:
    """Yield who may be behind a thing, leaving out who only suffers it: "the arrest of X" is not X's."""
    lemma = token.lemma_.lower()
    frame = lexicon.nouns.get(lemma)
    undergone = lemma in lexicon.status.undergone_nouns
    yield from makers(token, lexicon)
    if not undergone and not (frame is not None and frame.possessor == "target"):
        yield from owners(token)
    for preposition in ("by", "from"):
        for each in syntax.preposition_objects(token, preposition):
            yield from syntax.with_conjuncts(each)
    if not undergone and not (frame is not None and frame.of in {"target", "pair"}):
        for each in syntax.preposition_objects(token, "of"):
            yield from syntax.with_conjuncts(each)


def makers(token: Token, lexicon: Lexicon) -> Iterator[Token]:
    """Yield who a clause says made a thing: "the emergency Trump declared", "the deal signed by Trump"."""
    for each in token.children:
        # "The report, criticised by Germany" is not Germany's.
        other = any(frame.relation in _JUDGING for frame in lexicon.verbs.get(each.lemma_.lower(), ()))
        if each.dep_ == "acl" and each.tag_ == "VBN" and not other:
            for by in syntax.children(each, "agent"):
                yield from syntax.children(by, "pobj")
        elif (
            each.dep_ == "relcl"
            and syntax.child(each, "dobj", "nsubjpass", "xcomp", "ccomp") is None
            and not any(one.tag_ in {"WDT", "WP", "WRB"} for left in each.lefts for one in left.subtree)
        ):
            subject = syntax.child(each, "nsubj")
            if subject is not None and subject.lower_ not in RELATIVE:
                yield subject


def owners(token: Token) -> Iterator[Token]:
    """Yield the words before a noun that may own it: "Iran's", "US", "Supreme Court"."""
    for label in ("poss", "nmod", "compound", "amod"):
        for each in syntax.children(token, label):
            yield from syntax.with_conjuncts(each)


def modifiers(token: Token) -> Iterator[Token]:
    """Yield the owners of a noun and what follows its "of", "by" or "from"."""
    yield from owners(token)
    for preposition in ("of", "by", "from"):
        for each in syntax.preposition_objects(token, preposition):
            yield from syntax.with_conjuncts(each)
