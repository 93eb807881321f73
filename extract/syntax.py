"""What a dependency parse says about arguments: conjuncts, objects, prepositions, phrases.

Labels are those of spaCy's English pipelines (ClearNLP style). Nothing here knows of actors or relations.
"""

from collections.abc import Collection, Iterator

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "parataxis"})
_BUT = frozenset({"but", "except", "save", "bar"})
_EVERYBODY = frozenset(
    {
        "everyone",
        "everybody",
        "all",
        "anyone",
        "anybody",
        "everything",
        "nobody",
        "none",
        "one",
        "states",
        "countries",
        "members",
    }
)
_EXCLUDING = frozenset({"not", "nor", "never", "except", "without"})
# Of two prepositions the second says nothing by itself: "ahead of the debate", "according to".
_OTHER_FIRST = frozenset(
    {"according", "ahead", "because", "instead", "regardless", "short", "due", "thanks", "prior"}
)
# What belongs to a noun phrase without its relative clauses, participles and appositions.
_PHRASE = frozenset({
    "det", "amod", "compound", "nummod", "poss", "case", "nmod", "quantmod", "predet", "advmod", "npadvmod",
    "punct", "neg", "conj", "cc", "prep", "pobj",
})  # fmt: skip
# Prepositions that lead from a thing to the party it concerns: "ban on imports from Iran".
_LEADING = frozenset(
    {"of", "on", "to", "against", "from", "in", "with", "between", "for", "by", "into", "over"}
)


def child(token: Token, *labels: str) -> Token | None:
    """Return the first child with one of the labels."""
    return next((each for each in token.children if each.dep_ in labels), None)


def children(token: Token, *labels: str) -> list[Token]:
    """Return the children with one of the labels, in the order of the text."""
    return [each for each in token.children if each.dep_ in labels]


def with_conjuncts(head: Token) -> list[Token]:
    """Return a noun and those coordinated with it: "A, B and C" from A."""
    found = [head]
    for each in head.children:
        if (
            each.dep_ == "conj"
            and not is_excluded(each)
            and each.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "X"}
        ):
            found.extend(with_conjuncts(each))
    return found


def is_excluded(token: Token) -> bool:
    """Tell whether a phrase is named to be left out: "by the EU, not by the US", "France, but not Spain"."""
    doc, start = token.doc, token.left_edge.i
    if start and doc[start - 1].lower_ == "than":  # "rather than by the US"
        return True
    if token.dep_ == "conj" and start and doc[start - 1].lower_ in _BUT and token.head.lower_ in _EVERYBODY:
        return True  # "everyone but Hungary"
    at = next((each for each in (start - 1, start) if each >= 0 and doc[each].lower_ in _EXCLUDING), None)
    after = doc[at + 1].lower_ if at is not None and at + 1 < len(doc) else ""
    return at is not None and after not in {"just", "only", "merely", "simply"}


def is_passive(verb: Token) -> bool:
    """Tell whether the verb is passive: "was arrested", "those arrested by", "arrested in May, he"."""
    if any(each.dep_ in {"nsubjpass", "auxpass", "agent", "csubjpass"} for each in verb.children):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not child(verb, "aux", "nsubj"):
        return is_passive(verb.head)
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in {"acl", "advcl", "relcl", "amod"}
        and child(verb, "aux", "nsubj", "dobj") is None
    )


def preposition_objects(token: Token, preposition: str) -> list[Token]:
    """Return the nouns after a preposition that depends on the token: "with X" of "met with X"."""
    found: list[Token] = []
    for each in token.children:
        if each.dep_ in {"prep", "agent"} and (is_excluded(each) or _is_led(each, preposition)):
            continue
        if each.dep_ in {"prep", "agent", "dative", "prt", "advmod"} and each.lower_ == preposition:
            found.extend(children(each, "pobj"))
            # "out of", "away from": the preposition stands below another one.
            for below in children(each, "prep"):
                found.extend(children(below, "pobj"))
        elif (
            each.dep_ in {"prep", "prt", "advmod"}
            and each.lower_ not in _OTHER_FIRST
            and not (each.lower_ == "along" and preposition == "with")
            and (inner := child(each, "prep")) is not None
            and inner.lower_ == preposition
            and not (each.lower_ == "out" and token.pos_ in {"NOUN", "PROPN"})  # "trips out of Washington"
        ):
            found.extend(children(inner, "pobj"))
    return found


def _is_led(preposition: Token, wanted: str) -> bool:
    """Tell whether the word before makes a preposition another one: "instead of", "along with"."""
    before = preposition.nbor(-1).lower_ if preposition.i > preposition.sent.start else ""
    return preposition.lower_ == wanted and (
        before in _OTHER_FIRST or (wanted == "with" and before == "along")
    )


def below(noun: Token, depth: int = 3, prepositions: frozenset[str] = _LEADING) -> list[Token]:
    """Return the nouns after the prepositions below a noun: "Iran" and "exports" of "exports to Iran of oil"."""
    found: list[Token] = []
    # "restrictions imposed on X"
    participles = [each for each in noun.children if each.dep_ == "acl" and each.tag_ == "VBN"]
    for each in [one for head in [noun, *participles] for one in head.children]:
        if each.dep_ == "prep" and each.lower_ in prepositions:
            for one in children(each, "pobj"):
                found.extend(with_conjuncts(one))
                if depth > 1:
                    found.extend(below(one, depth - 1, prepositions))
    return found


def particles(verb: Token) -> list[Token]:
    """Return the particles of a phrasal verb, which parses also take for adverbs or prepositions."""
    found = children(verb, "prt")
    if verb.i + 1 < len(verb.doc):
        after = verb.nbor()
        if after.head == verb and after.dep_ in {"advmod", "prep"} and after.tag_ in {"RP", "RB", "IN"}:
            found.append(after)
    return found


def is_shared(verb: Token) -> bool:
    """Tell whether a verb names its other side in a phrase, so that its subjects are on one: "met with X"."""
    return any(each.lower_ == "with" for each in children(verb, "prep"))


def is_instead(verb: Token) -> bool:
    """Tell whether a verb says what was not done: "rather than arrest X"."""
    starts = [
        each.i
        for each in verb.children
        if each.lower_ == "than" and each.i < verb.i and child(each, "pobj", "pcomp") is None
    ]
    starts.append(verb.i - 1)
    return any(
        at > 0 and verb.doc[at].lower_ == "than" and verb.doc[at - 1].lower_ == "rather" for at in starts
    )


def asks_at_once(token: Token) -> bool:
    """Tell whether the sentence of a token asks by its order of words: "Is X the leader of Y?"."""
    sentence = token.sent
    return sentence[0].pos_ in {"AUX", "VERB"} and sentence.text.rstrip(" \"”’'").endswith("?")


def is_past(token: Token) -> bool:
    """Tell whether a verb, or the one above a noun, stands in a past or perfect tense."""
    verb = clause_head(token)
    return verb.tag_ == "VBD" or any(
        each.tag_ == "VBD" or each.lemma_ == "have" for each in children(verb, "aux", "auxpass")
    )


def objects(verb: Token) -> list[Token]:
    """Return the direct objects of an active verb, without who only tells of it: "…, reported officials, …"."""
    return [each for each in children(verb, "dobj", "obj") if not _is_teller(each)]


def _is_teller(noun: Token) -> bool:
    told = noun.nbor(-1) if noun.i > noun.sent.start else noun
    after_comma = told.i > noun.sent.start and told.nbor(-1).text in {",", "\u201d", '"'}
    return after_comma and told.head == noun and told.pos_ == "VERB" and told.tag_ in {"VBD", "VBN"}


def phrase(head: Token) -> tuple[int, int]:
    """Return the first token and the one after the last of a noun phrase, relative clauses left out."""
    first = last = head.i
    stack = [each for each in head.children if each.dep_ in _PHRASE]
    while stack:
        token = stack.pop()
        # Only what is of the noun: coordination and prepositions other than "of" open other phrases.
        if token.dep_ in {"conj", "cc"} and token.head == head:
            continue
        if token.dep_ == "prep" and token.lower_ not in {"of", "from", "for", "in"}:
            continue
        if token.dep_ == "punct" and token.text not in {"-", "’", "'", "."}:
            continue
        if token.dep_ == "advmod" and token.head == head and token.i > head.i:
            continue
        first, last = min(first, token.i), max(last, token.i)
        stack.extend(each for each in token.children if each.dep_ in _PHRASE or each.dep_ == "pcomp")
    return first, last + 1


def ancestors_with_link(token: Token) -> Iterator[tuple[Token, Token]]:
    """Yield (child, parent) from a token up to the root of its sentence."""
    while token.head != token:
        yield token, token.head
        token = token.head


def auxiliaries(verb: Token) -> list[Token]:
    """Return the auxiliaries of a verb; a coordinated verb without its own shares the first one's."""
    own = children(verb, "aux", "auxpass")
    if own or verb.dep_ != "conj" or child(verb, "nsubj", "nsubjpass") is not None:
        return own
    return auxiliaries(verb.head)


def clause_head(token: Token) -> Token:
    """Return the nearest verb at or above the token, or the root."""
    while token.head != token and token.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return token


def tells(noun: Token, verbs: Collection[str]) -> bool:
    """Tell whether a noun says what the sentence tells: "sources said", "according to a source", not "sources of heat"."""
    if noun.dep_ == "conj":
        noun = noun.head
    above = noun.head
    if noun.dep_ == "pobj":
        return above.lower_ == "to" and (
            above.head.lower_ == "according" or above.nbor(-1).lower_ == "according"
        )
    return noun.dep_ in SUBJECTS and above.lemma_.lower() in verbs


def is_result(verb: Token) -> bool:
    """Tell whether a participle says what came of all before it, and not who did it: "…, allowing X to sail"."""
    before = verb.left_edge.i
    return (
        verb.tag_ == "VBG"
        and verb.dep_ in {"advcl", "acl"}
        and before > 0
        and verb.doc[before - 1].text == ","
    )
