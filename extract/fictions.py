"""Who tells of a happening: a forgery, a fiction, an earlier version of the article itself."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract import syntax
from extract.lexicon import StatusWords

_EXTREME = frozenset({"worst", "best"})
_UNREAL = frozenset({"hypothetical", "imaginary", "fictional", "fictitious"})
_WORLDS = frozenset({"history", "universe", "reality", "timeline", "world", "future"})
_OTHER_WORLDS = frozenset({"alternate", "alternative", "counterfactual", "fantasy", "parallel", "virtual"})
_SCREENS = frozenset({"video", "computer", "board", "card"})
_DESCRIBING = frozenset({"amod", "compound", "nmod", "nn"})


def is_believable(verb: Token, words: StatusWords) -> bool:
    """Tell whether what is told by the subject of a verb may be so at all.

    It is not where the subject is forged ("a fake video showed"), replaced since ("an earlier version said"),
    a work of fiction ("the play tells of"), or anybody or mistaken ("those who say so", "critics who say so are wrong").
    """
    if verb.dep_ == "relcl" and _is_mistaken(verb.head, words):
        return False
    tellers = syntax.children(verb, "nsubj")
    if verb.dep_ == "relcl" and not any(each.tag_ in {"WDT", "WP"} for each in verb.children):
        tellers.append(
            verb.head
        )  # "The satirical website The Onion wrote", taken for "website that the Onion wrote"
    for subject in tellers:
        lemma = subject.lemma_.lower()
        if lemma in words.fiction_nouns:
            return False
        if lemma in words.imagining_subjects and verb.lemma_.lower() in words.depicting_verbs:
            return False
        described = {each.lower_ for each in _described(subject)}
        if described & words.false_tellers or subject.lower_ in words.false_tellers:
            return False
        if lemma == "version" and described & words.replaced_versions:
            return False
    return True


def is_imagined(noun: Token, words: StatusWords) -> bool:
    """Tell whether what happens in something happens nowhere else: "in the novel", "in a hypothetical war"."""
    described = {each.lower_ for each in _described(noun)}
    if noun.lemma_ == "case":
        return bool(described & _EXTREME)
    if noun.lemma_ == "game" and described & _SCREENS:
        return True
    if noun.lemma_ in words.tellings and any(each.dep_ == "poss" for each in noun.children):
        return True  # "in Smith's telling"
    if noun.lemma_ in _WORLDS and described & _OTHER_WORLDS:
        return True
    if noun.lemma_.lower() in words.fiction_parts and any(
        is_imagined(each, words) for each in syntax.preposition_objects(noun, "of")
    ):
        return True  # "in the trailer of the film"
    if noun.like_num and any(is_imagined(each, words) for each in syntax.preposition_objects(noun, "of")):
        return True  # "in 12 of the 40 scenarios"
    unreal = words.fiction_nouns | words.false_tellers
    return noun.lemma_.lower() in unreal or bool(described & (_UNREAL | unreal))


def is_hearsay(verb: Token, words: StatusWords) -> bool:
    """Tell whether a clause beside says that it is only told: "…, the theory goes", "…, or so the French believe"."""
    if any(_is_or_so(each) for each in verb.sent[verb.i - verb.sent.start :]):
        return True
    beside = [verb.head, *syntax.children(verb, "conj", "parataxis", "ccomp", "advcl")]
    return any(
        (each.lemma_ == "go" or _has_it(each)) and subject.lemma_.lower() in words.hearsay_nouns
        for each in beside
        for subject in syntax.children(each, "nsubj")
    )


def _has_it(verb: Token) -> bool:
    return verb.lemma_ == "have" and any(each.lower_ == "it" for each in syntax.children(verb, "dobj"))


def _is_or_so(word: Token) -> bool:
    """Tell whether a word is the "so" of ", or so they say" ("a day or so" is none): no parser is sure of it."""
    if word.lower_ != "so" or word.i + 1 == word.sent.end:
        return False
    before = [each.lower_ for each in word.doc[max(0, word.i - 2) : word.i]]
    return before == [",", "or"] and word.nbor(1).pos_ in {"DET", "NOUN", "PRON", "PROPN", "VERB"}


def _is_mistaken(teller: Token, words: StatusWords) -> bool:
    """Tell whether who tells is nobody in particular, or said to be wrong."""
    if teller.lower_ in words.anybody:
        return True
    verb = teller.head
    if teller.dep_ not in {"nsubj", "nsubjpass"} or any(each.dep_ == "neg" for each in verb.children):
        return False
    said = [verb, *syntax.children(verb, "acomp", "attr", "oprd")]
    return any({each.lower_, each.lemma_.lower()} & words.mistaken_words for each in said)


def _described(noun: Token) -> Iterator[Token]:
    """Yield the words that describe a noun, those of its apposition included: "the satirical website X"."""
    for each in noun.children:
        if each.dep_ in _DESCRIBING or each.dep_ == "appos":
            yield each
            yield from _described(each)
