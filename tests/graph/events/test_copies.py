"""Near-identical texts are one source."""

import random

from graph.events.copies import signature, sources

WORDS = [random.Random(7).choice("abcdefgh") * (number % 7 + 1) + str(number) for number in range(400)]
TEXT = " ".join(WORDS)


def count(*texts: str) -> int:
    return sources(found for text in texts if (found := signature(text)) is not None)


def test_a_republished_text_is_one_source() -> None:
    assert count(TEXT, TEXT) == 1
    assert count(TEXT, f"BREAKING: {TEXT.upper()} (Agencies)") == 1
    assert count(TEXT, " ".join(WORDS[:340])) == 1
    assert count(TEXT, TEXT.replace(" ", "\n\n")) == 1


def test_other_words_on_the_same_are_another() -> None:
    assert count(TEXT, " ".join(reversed(WORDS))) == 2
    assert count("Arnor attacked Mordor on Monday.", "Arnor attacked Mordor on Tuesday.") == 2
    # A paragraph in common makes no copy.
    assert count(TEXT, " ".join([*WORDS[:40], *reversed(WORDS)])) == 2


def test_copies_of_copies_are_one() -> None:
    parts = [" ".join(WORDS[start : start + 250]) for start in range(0, 150, 25)]
    assert count(parts[0], parts[-1]) == 2
    assert count(*parts) == 1


def test_texts_of_few_words_and_of_none() -> None:
    assert count("Arnor won.", "Arnor won!", "Gondor won.") == 2
    assert signature("…!") is None


def test_the_signature_stays_what_it_was() -> None:
    # It is compared with those that graphs already hold.
    assert signature("Arnor attacked Mordor.") == signature("arnor ATTACKED mordor")
    assert str(signature("Arnor attacked Mordor."))[:21] == "2476dc73e0 23ed616e1a"
