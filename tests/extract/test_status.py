"""Status on hand-built parses: no pipeline's quirks decide what these show."""

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc, Token

from extract import lexicon, status
from extract.statuses import compose

VOCAB = English().vocab
Row = tuple[str, str, str, str, str, int]  # text, lemma, part of speech, tag, dependency, head


def parsed(*rows: Row) -> Doc:
    words, lemmas, parts, tags, dependencies, heads = zip(*rows, strict=True)
    return Doc(
        VOCAB, words=list(words), lemmas=list(lemmas), pos=list(parts), tags=list(tags), deps=list(dependencies), heads=list(heads)
    )  # fmt: skip


def judged(doc: Doc, word: str, *, speech_act: bool = False) -> status.Judged:
    token: Token = next(each for each in doc if each.text == word)
    return status.judge(token, lexicon.load(), speech_act=speech_act)


ARNOR: Row = ("Arnor", "Arnor", "PROPN", "NNP", "nsubj", 1)


def test_plain_past_is_asserted() -> None:
    doc = parsed(
        ARNOR,
        ("attacked", "attack", "VERB", "VBD", "ROOT", 1),
        ("Mordor", "Mordor", "PROPN", "NNP", "dobj", 1),
    )
    assert judged(doc, "attacked") == status.Judged("asserted", None, ())


def test_not_negates() -> None:
    doc = parsed(
        ("Arnor", "Arnor", "PROPN", "NNP", "nsubj", 3),
        ("did", "do", "AUX", "VBD", "aux", 3),
        ("not", "not", "PART", "RB", "neg", 3),
        ("attack", "attack", "VERB", "VB", "ROOT", 3),
    )
    assert judged(doc, "attack").status == "negated"


@pytest.mark.parametrize(
    ("modal", "expected"),
    [("will", "planned"), ("may", "possible"), ("might", "possible"), ("would", "conditional")],
)
def test_modal_verbs_are_never_asserted(modal: str, expected: str) -> None:
    doc = parsed(
        ("Arnor", "Arnor", "PROPN", "NNP", "nsubj", 2),
        (modal, modal, "AUX", "MD", "aux", 2),
        ("attack", "attack", "VERB", "VB", "ROOT", 2),
    )
    assert judged(doc, "attack").status == expected


def test_denied_gerund_is_denied_and_the_denial_asserted() -> None:
    doc = parsed(
        ARNOR,
        ("denied", "deny", "VERB", "VBD", "ROOT", 1),
        ("backing", "back", "VERB", "VBG", "xcomp", 1),
        ("Mordor", "Mordor", "PROPN", "NNP", "dobj", 2),
    )
    assert judged(doc, "backing").status == "denied"
    assert judged(doc, "denied").status == "asserted"


def test_condition_leaves_a_threat_asserted_and_makes_an_act_conditional() -> None:
    doc = parsed(
        ARNOR,
        ("threatened", "threaten", "VERB", "VBD", "ROOT", 1),
        ("Mordor", "Mordor", "PROPN", "NNP", "dobj", 1),
        ("if", "if", "SCONJ", "IN", "mark", 5),
        ("Rohan", "Rohan", "PROPN", "NNP", "nsubj", 5),
        ("fell", "fall", "VERB", "VBD", "advcl", 1),
    )
    threat = judged(doc, "threatened", speech_act=True)
    assert threat.status == "asserted"
    assert threat.condition is not None
    assert [each.text for each in threat.condition] == ["if", "fell"]
    assert judged(doc, "threatened").status == "conditional"
    assert judged(doc, "fell").status == "conditional"


def test_unknown_governor_of_an_infinitive_does_not_assert_it() -> None:
    doc = parsed(
        ARNOR,
        ("frobbed", "frob", "VERB", "VBD", "ROOT", 1),
        ("to", "to", "PART", "TO", "aux", 3),
        ("attack", "attack", "VERB", "VB", "xcomp", 1),
    )
    assert judged(doc, "attack").status == "planned"


@pytest.mark.parametrize("inner", ["asserted", "planned", "conditional", "possible", "negated", "denied"])
@pytest.mark.parametrize("outer", ["planned", "conditional", "possible", "negated", "denied"])
def test_nothing_inside_something_open_or_denied_is_asserted(outer: str, inner: str) -> None:
    assert compose(outer, inner) != "asserted"
    assert compose("asserted", inner) == inner
