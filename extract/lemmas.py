"""Lemmas and parts of speech that pipelines get wrong, put right where the lexicon knows better.

Rule lemmatizers without a table of the language's verbs make "stag" of "staged" and "cordone" of "cordoned", and
taggers take the gerund of "denied bombing Syria" for a noun.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extract.lexicon import Lexicon

_ENDINGS = {
    "VBD": ("ed", "d"), "VBN": ("ed", "d"), "VBG": ("ing",), "VBZ": ("es", "s"), "NN": ("ing",), "NNS": (), "NNP": ("ing",),
}  # fmt: skip
_VOWELS = frozenset("aeiou")
_SHORTEST = 3  # letters of a stem


def correct(doc: Doc, lexicon: Lexicon) -> None:
    """Put right, in place, the lemmas of verbs that the lexicon knows under another one."""
    for token in doc:
        if token.pos_ == "VERB" and _lost_its_e(token, lexicon):
            token.lemma_ = f"{token.lemma_.lower()}e"
        elif token.pos_ == "VERB" and token.lemma_.lower() not in lexicon.vocabulary:
            lemma = _known(token, lexicon)
            if lemma is not None:
                token.lemma_ = lemma
        elif _is_gerund(token):
            lemma = _known(token, lexicon)
            if lemma is not None:
                token.lemma_, token.pos_, token.tag_ = lemma, "VERB", "VBG"
        elif token.pos_ == "ADJ" and token.lower_ in lexicon.status.stative_participles:
            stems = _stems(token.lower_, _ENDINGS["VBN"])
            lemma = next((each for each in stems if each in lexicon.vocabulary), None)
            if lemma is not None and token.dep_ == "acomp":
                token.lemma_, token.pos_, token.tag_ = lemma, "VERB", "VBN"


def _lost_its_e(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether "raped" was taken for a form of "rap", whose own would be "rapped"."""
    stem = token.lemma_.lower()
    single = (
        len(stem) >= _SHORTEST and stem[-1] not in _VOWELS and stem[-2] in _VOWELS and stem[-3] not in _VOWELS
    )
    inflected = token.lower_ in {f"{stem}ed", f"{stem}ing"}
    return single and inflected and f"{stem}e" in lexicon.vocabulary


def _is_gerund(token: Token) -> bool:
    """Tell whether a word tagged as a noun governs an object as only a verb does."""
    return (
        token.pos_ == "NOUN"
        and token.dep_ in {"xcomp", "pcomp"}
        and token.lower_.endswith("ing")
        and any(each.dep_ == "dobj" for each in token.children)
    )


def _known(token: Token, lexicon: Lexicon) -> str | None:
    stems = _stems(token.lower_, _ENDINGS.get(token.tag_, ()))
    return next((each for each in stems if each in lexicon.vocabulary), None)


def _stems(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    """Yield what a word may be an inflection of: "stage" and "stag" for "staged", the longer first."""
    for ending in endings:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORTEST or (ending == "d" and not stem.endswith("e")):
            continue
        if ending in {"ed", "ing"}:
            yield f"{stem}e"
        yield stem
        if stem[-1] == stem[-2]:
            yield stem[:-1]
