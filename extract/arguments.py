"""Who does what a verb or a noun of happening says, and to whom: tokens, not yet actors.

Subjects are inherited through coordination, control ("refused to meet"), relative clauses and participles.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from extract import syntax
from extract.lexicon import Lexicon

_PUNISHING = frozenset({"SANCTIONED", "ACCUSED", "CRITICIZED", "ATTACKED", "PROTESTED_AGAINST", "PRAISED"})
_RELATIVE = frozenset({"who", "which", "that"})
_DEPTH = 8  # governors followed upwards; deeper chains come from broken parses


def doers(verb: Token, lexicon: Lexicon, depth: int = 0) -> list[Token]:
    """Return who does what the verb says: its subject, or in the passive whoever follows "by"."""
    if syntax.is_passive(verb) and not is_stative(verb, lexicon):
        agents = [
            each
            for by in syntax.children(verb, "agent")
            if not syntax.is_excluded(by)
            for each in syntax.children(by, "pobj")
        ]
        if not agents:
            agents = [
                each
                for each in syntax.preposition_objects(verb, "by")
                if each.ent_type_ not in {"DATE", "TIME"}
            ]
        if not agents and verb.dep_ != "conj":
            # "was arrested and charged by the police": the agent stands at the last verb.
            last = [each for each in verb.children if each.dep_ == "conj" and each.tag_ == "VBN"]
            agents = [
                each
                for one in last
                for by in syntax.children(one, "agent")
                for each in syntax.children(by, "pobj")
            ]
        return [one for each in agents for one in syntax.with_conjuncts(each)]
    return subjects(verb, lexicon, depth)


def is_stative(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether a participle says how its subject stands: "is opposed to X"."""
    return verb.lower_ in lexicon.status.stative_participles and syntax.child(verb, "agent") is None


def subjects(verb: Token, lexicon: Lexicon, depth: int = 0) -> list[Token]:
    """Return the grammatical subject of a verb, inherited where it has none of its own."""
    if depth > _DEPTH:
        return []
    subject = syntax.child(verb, "nsubj", "nsubjpass")
    if subject is not None:
        if (
            subject.lower_ in _RELATIVE
            and verb.dep_ in {"relcl", "ccomp", "acl"}
            and verb.head.pos_ in {"NOUN", "PROPN", "PRON"}
        ):
            return syntax.with_conjuncts(verb.head)
        return syntax.with_conjuncts(subject)
    head = verb.head
    if verb.tag_ in {"VBD", "VBZ", "VBP"} and verb.dep_ != "conj" and (lost := _before(verb)) is not None:
        return syntax.with_conjuncts(lost)
    return _inherited(verb, head, lexicon, depth) if head != verb else []


def _inherited(verb: Token, head: Token, lexicon: Lexicon, depth: int) -> list[Token]:
    """Return the subject that a verb without its own has from what governs it."""
    if verb.dep_ == "conj":
        return _shared(verb, head, lexicon, depth)
    if verb.dep_ == "xcomp":
        return _controlled(verb, head, lexicon, depth)
    if verb.dep_ in {"advcl", "dep"} and head.pos_ in {"VERB", "AUX"}:
        asked = verb.tag_ == "VB" and lexicon.complement(head, "to")
        if asked and asked.controller == "target" and not syntax.objects(head) and _addressed(head, verb):
            return _controlled(verb, head, lexicon, depth)
        if verb.tag_ in {"VBG", "VBN", "VB"}:
            return subjects(head, lexicon, depth + 1)
        return []
    if verb.dep_ in {"acl", "relcl"}:
        return _of_noun_clause(verb, head, lexicon, depth)
    if verb.dep_ == "pcomp":
        return _of_gerund(head, lexicon, depth)
    if verb.dep_ in {"acomp", "attr", "oprd"} and verb.pos_ in {"ADJ", "ADV", "ADP", "NOUN", "VERB"}:
        return subjects(head, lexicon, depth + 1)  # "is willing to", "is about to"
    return []


def _shared(verb: Token, head: Token, lexicon: Lexicon, depth: int) -> list[Token]:
    """Return the subject that a coordinated verb shares with the first."""
    if _is_imperative(verb):
        return []
    if syntax.child(head, "expl") is not None and head.dep_ == "ccomp":
        head = head.head  # "said there was … and urged": whoever says also urges
    return subjects(head, lexicon, depth + 1) if head.pos_ in {"VERB", "AUX"} else []


def _is_imperative(verb: Token) -> bool:
    """Tell whether a base form stands by itself: "we told him: don't hold them hostage"."""
    infinitive = any(each.tag_ in {"TO", "MD"} for each in verb.children)
    shares = verb.head.tag_ in {"VB", "VBP"} or any(each.dep_ == "aux" for each in verb.head.children)
    return verb.tag_ == "VB" and not infinitive and not shares


def _before(verb: Token) -> Token | None:
    """Return the name right before a finite verb that a parse left without subject: "after Bessent described"."""
    index = verb.i - 1
    while index > verb.sent.start and verb.doc[index].dep_ in {"aux", "advmod", "neg"}:
        index -= 1
    if index < verb.sent.start:
        return None
    token = verb.doc[index]
    return (
        token if token.pos_ == "PROPN" and token.dep_ not in {"dobj", "pobj", "nsubj", "nsubjpass"} else None
    )


def patients(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Return to whom it is done: the direct objects, or the subject of a passive."""
    if is_stative(verb, lexicon) and syntax.is_passive(verb):
        return []
    if not syntax.is_passive(verb):
        found = [one for each in syntax.objects(verb) for one in syntax.with_conjuncts(each)]
        if not found:
            found = _after_particle(verb, lexicon)
        if not found and verb.dep_ == "relcl" and verb.head.pos_ in {"NOUN", "PROPN"}:
            return _extracted_object(verb)
        if not found and any(each.dep_ == "conj" and each.pos_ == "VERB" for each in verb.children):
            # "criticized and then sanctioned Mordor": the object stands once, at the last verb.
            last = next(each for each in verb.children if each.dep_ == "conj" and each.pos_ == "VERB")
            if syntax.child(last, "nsubj") is None and not syntax.children(
                verb, "prep", "ccomp", "xcomp", "prt"
            ):
                return [one for each in syntax.objects(last) for one in syntax.with_conjuncts(each)]
        return found
    subject = syntax.child(verb, "nsubjpass")
    if subject is None and verb.dep_ in {"acl", "amod"}:
        if _is_compounded(verb):
            return subjects(verb.head.head, lexicon)
        return syntax.with_conjuncts(verb.head)
    return subjects(verb, lexicon)


def _is_compounded(verb: Token) -> bool:
    """Tell whether the noun that a participle seems to describe says how it is done: "was gang raped by"."""
    noun = verb.head
    between = noun.dep_ == "attr" and noun.head.lemma_ == "be" and noun.nbor(-1) == noun.head
    return between and noun.tag_ == "NN" and verb.nbor(-1) == noun and syntax.child(verb, "agent") is not None


def _after_particle(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Return the object of a phrasal verb whose particle was taken for a preposition: "let in the inspectors"."""
    known = {word for frame in lexicon.verbs.get(verb.lemma_.lower(), ()) for word in frame.particles}
    for each in syntax.particles(verb):
        if each.lower_ in known and each.dep_ == "prep":
            return [one for noun in syntax.children(each, "pobj") for one in syntax.with_conjuncts(noun)]
    return []


def transparent(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Return a noun and those it only counts or portions: "part" and "program" of "part of a program"."""
    found = [noun]
    if noun.lemma_.lower() in lexicon.status.transparent_nouns or noun.pos_ == "NUM":
        for each in syntax.preposition_objects(noun, "of"):
            found.extend(transparent(each, lexicon))
    return found


def counted_by(noun: Token, lexicon: Lexicon) -> Token:
    """Return the noun that counts or portions a noun: "series" for "meetings" of "a series of meetings"."""
    above = noun.head
    if (
        noun.dep_ == "pobj"
        and above.lower_ == "of"
        and above.head.lemma_.lower() in lexicon.status.transparent_nouns
    ):
        return counted_by(above.head, lexicon)
    return noun


def is_wish(clause: Token) -> bool:
    """Tell whether a clause says what should be: an infinitive, a subjunctive, or with should or must."""
    if is_indirect_question(clause):
        return False
    auxiliaries = [each.lower_ for each in syntax.auxiliaries(clause)]
    if auxiliaries:
        return bool({"should", "must", "to", "be"} & set(auxiliaries))
    return clause.tag_ in {"VB", "VBP"} and clause.lower_ == clause.lemma_.lower()


def addressees(clause: Token) -> list[Token]:
    """Return who is to act in a clause: "urged that the police free X", and nobody in "that X be freed"."""
    if syntax.is_passive(clause):
        return [one for by in syntax.children(clause, "agent") for one in syntax.children(by, "pobj")]
    return own_subjects(clause)


def own_subjects(clause: Token) -> list[Token]:
    """Return the subject that a clause has itself, with what is coordinated with it."""
    subject = syntax.child(clause, "nsubj", "nsubjpass")
    return syntax.with_conjuncts(subject) if subject is not None else []


def is_indirect_question(clause: Token) -> bool:
    """Tell whether a clause asks: "asked whether X was part of Y" asks nothing of X."""
    return any(
        (each.dep_ == "mark" and each.lower_ in {"whether", "if"}) or each.tag_ in {"WRB", "WP", "WDT"}
        for each in clause.children
    )


def datives(verb: Token) -> list[Token]:
    """Return to whom something is given: "gave X a thing", "gave a thing to X"."""
    found: list[Token] = []
    for each in syntax.children(verb, "dative"):
        found.extend(syntax.children(each, "pobj") if each.pos_ == "ADP" else [each])
    return [one for each in found for one in syntax.with_conjuncts(each)]


def after(heads: list[Token], preposition: str) -> list[Token]:
    """Return the nouns after a preposition of any of the heads, with what is coordinated with them."""
    return [
        one
        for head in heads
        for each in syntax.preposition_objects(head, preposition)
        for one in syntax.with_conjuncts(each)
    ]


def prepositional(head: Token, prepositions: frozenset[str]) -> list[Token]:
    """Return the nouns after any of the prepositions of a head, in the order of the text."""
    return [
        one
        for each in syntax.children(head, "prep")
        if each.lower_ in prepositions
        for noun in syntax.children(each, "pobj")
        for one in syntax.with_conjuncts(noun)
    ]


def object_words(noun: Token, lexicon: Lexicon) -> set[str]:
    """Return the lemmas by which the lexicon may know an object: of it, what it counts, its first noun.

    "suspension of aid" is known by "suspension" and by "suspension of aid", "aid program" also by "aid".
    """
    found: set[str] = set()
    for each in transparent(noun, lexicon):
        lemma = each.lemma_.lower()
        found.add(lemma)
        for one in syntax.children(each, "compound"):
            if one.pos_ == "NOUN":
                found.update((one.lemma_.lower(), f"{one.lower_} {lemma}"))
        found.update(f"{one.lower_} {lemma}" for one in syntax.children(each, "amod"))
        for below in syntax.preposition_objects(each, "of"):
            found.update(f"{lemma} of {one.lemma_.lower()}" for one in syntax.with_conjuncts(below))
    return found


def _extracted_object(verb: Token) -> list[Token]:
    """Return the noun that is a relative clause's object: "the man whom the police arrested"."""
    pronoun = next((each for each in verb.children if each.dep_ == "dobj"), None)
    subject = syntax.child(verb, "nsubj")
    # "where the Commission tries to …", "whose troops fought": nothing of the noun is the object.
    other = any(each.tag_ in {"WRB", "WP$"} for left in verb.lefts for each in left.subtree)
    if other or syntax.child(verb, "xcomp", "ccomp") is not None:
        return []
    if pronoun is None and subject is not None and subject.lower_ not in _RELATIVE:
        return syntax.with_conjuncts(verb.head)
    return []


def _controlled(verb: Token, head: Token, lexicon: Lexicon, depth: int) -> list[Token]:
    form = "to" if any(each.tag_ == "TO" for each in verb.children) else "ing"
    complement = lexicon.complement(head, form)
    if complement is not None and complement.controller == "other":
        return []
    by_object = complement is not None and complement.controller == "target"
    if complement is None and syntax.objects(head):
        by_object = True  # "told X to …": with an object the infinitive is the object's, mostly
    if by_object:
        if syntax.is_passive(head):
            return subjects(head, lexicon, depth + 1)
        asked = syntax.objects(head) or _addressed(head, verb)
        return [one for each in asked for one in syntax.with_conjuncts(each)]
    return subjects(head, lexicon, depth + 1)


def _addressed(head: Token, infinitive: Token) -> list[Token]:
    """Return whom a verb asks by a preposition: "called on X to free Y", "pleaded with X to free Y"."""
    before = [
        noun
        for each in syntax.children(head, "prep")
        for noun in syntax.children(each, "pobj")
        if noun.i < infinitive.i
    ]
    return before[-1:]


def _of_noun_clause(verb: Token, noun: Token, lexicon: Lexicon, depth: int) -> list[Token]:
    if any(each.tag_ == "TO" for each in verb.children):
        # "Trump's push to acquire", "made an attempt to seize"
        owner = syntax.child(noun, "poss")
        if owner is not None:
            return syntax.with_conjuncts(owner)
        if lexicon.complement(noun, "to") is not None and (of := after([noun], "of")):
            return of  # "the refusal of officials to allow"
        governor = noun.head
        if noun.dep_ == "pobj":
            # "charged X with conspiracy to kill", "asked X in a call to investigate"
            above = governing(governor, lexicon)
            known = lexicon.after_preposition(above, governor.lower_) or lexicon.complement(above, "to")
            if known is not None and known.controller == "target" and above.pos_ == "VERB":
                return patients(above, lexicon)
        if noun.dep_ == "pobj" and governor.lower_ == "of" and lexicon.complement(governor.head, "to"):
            return [noun]  # "the efforts of a donor to attack X"
        if noun.dep_ in {"dobj", "pobj", "attr"}:
            governor = syntax.clause_head(noun)
            light = noun.dep_ == "attr" or governor.lemma_.lower() in lexicon.status.light_verbs
            known_noun = light or lexicon.complement(noun, "to") is not None
            return subjects(governor, lexicon, depth + 1) if known_noun else []
        return []
    return syntax.with_conjuncts(noun) if verb.tag_ == "VBG" else []


def _punished(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Return on whom a verb imposes what: "imposed sanctions on X for arming Y", which X did."""
    for thing in syntax.objects(verb):
        words = object_words(thing, lexicon)
        if any(
            frame.relation in _PUNISHING and frame.objects & words
            for frame in lexicon.verbs.get(verb.lemma_.lower(), ())
        ):
            return after([verb, thing], "on") or after([verb, thing], "against") or after([verb, thing], "at")
    return []


def _of_gerund(preposition: Token, lexicon: Lexicon, depth: int) -> list[Token]:
    governor = governing(preposition, lexicon)
    if preposition.lower_ == "for" and (punished := _punished(preposition.head, lexicon)):
        return punished
    if governor.dep_ == "acl" and governor.tag_ == "VBN":
        return syntax.with_conjuncts(governor.head)  # "terrorists bent on attacking X"
    if preposition.lower_ == "by" and syntax.is_passive(governor):
        return []  # "was interrupted by protesting lawmakers"
    complement = lexicon.after_preposition(governor, preposition.lower_)
    if complement is not None and complement.controller == "other":
        return []
    if governor.pos_ in {"NOUN", "PROPN"}:
        frame = lexicon.nouns.get(governor.lemma_.lower())
        suffered = frame is not None and frame.of == "target" and preposition.lower_ in {"for", "over"}
        if suffered and (of := after([governor], "of")):
            return of  # "the conviction of X for killing Y"
        owner = syntax.child(governor, "poss")
        if owner is not None:
            return syntax.with_conjuncts(owner)
        if governor.dep_ == "dobj":
            return subjects(governor.head, lexicon, depth + 1)
        if governor.dep_ == "pobj" and governor.head.head == preposition.head:
            return subjects(preposition.head, lexicon, depth + 1)  # "goes on trial for"
        return []
    if complement is not None and complement.controller == "target":
        return patients(governor, lexicon)
    return subjects(governor, lexicon, depth + 1) if governor.pos_ in {"VERB", "AUX", "ADJ"} else []


def governing(preposition: Token, lexicon: Lexicon) -> Token:
    """Return the word that a preposition before a gerund belongs to.

    Parses hang "of" of "acquitted X of" on X, and "to" of "voiced opposition to" on the verb.
    """
    governor = preposition.head
    if governor.pos_ == "VERB" and lexicon.after_preposition(governor, preposition.lower_) is None:
        things = [each for each in syntax.objects(governor) if each.i < preposition.i]
        # "went on trial for": the noun of another phrase before it.
        for each in syntax.children(governor, "prep"):
            things.extend(one for one in syntax.children(each, "pobj") if one.i < preposition.i)
        return next(
            (each for each in things if lexicon.after_preposition(each, preposition.lower_)), governor
        )
    while governor.dep_ == "appos":
        governor = governor.head
    if governor.pos_ in {"NOUN", "PROPN"} and governor.dep_ in {"dobj", "nsubjpass"}:
        complement = lexicon.complement(governor.head, preposition.lower_)
        if complement is not None and complement.controller == "target":
            return governor.head
    return preposition.head


def is_mutual(verb: Token) -> bool:
    """Tell whether subjects do it to each other: "accused each other", "fired at one another"."""
    nouns = [*syntax.objects(verb)]
    nouns += [one for each in syntax.children(verb, "prep") for one in syntax.children(each, "pobj")]
    return any(
        (each.lower_ == "other" and any(one.lower_ == "each" for one in each.children))
        or (each.lower_ == "another" and any(one.lower_ == "one" for one in each.children))
        for each in nouns
    )


def complements(verb: Token) -> Iterator[Token]:
    """Yield the verbs of the clauses a verb governs: "threatened to bomb", "denied that …", "accused of …"."""
    for each in verb.children:
        if each.dep_ in {"xcomp", "ccomp"} and each.pos_ in {"VERB", "AUX"}:
            yield each
            yield from (one for one in each.children if one.dep_ == "conj" and one.pos_ == "VERB")
        elif each.dep_ == "prep":
            yield from (one for one in each.children if one.dep_ == "pcomp")
        elif each.dep_ in {"dobj", "advcl"}:
            if each.dep_ == "advcl" and any(one.tag_ == "TO" for one in each.children):
                yield each
            yield from (one for one in each.children if one.dep_ == "acl" and one.tag_ == "VB")


def condition(verb: Token) -> Token | None:
    """Return the verb of the if-clause that hangs on a verb or on what it governs."""
    for holder in [verb, *complements(verb)]:
        for each in holder.children:
            if each.dep_ == "advcl" and any(
                one.lower_ in {"if", "unless", "should"} for one in each.children
            ):
                return each
    return None


def is_said(verb: Token, word: str) -> bool:
    """Tell whether the word stands with a verb, beside its object: "set … free", "held … as human shields"."""
    for each in verb.children:
        if word == "as" and each.i < verb.i:
            continue  # "As long as X attacks Y, …"
        if word in {each.lower_, each.lemma_.lower()} and each.dep_ not in {"nsubj", "dobj", "prep"}:
            return True
        if each.dep_ == "dobj" and each.lower_ == word and syntax.child(each, "compound") is not None:
            return True  # "declared X's ban unconstitutional", taken for one noun
        nested = [each] if each.dep_ == "prep" else children_of_object(each) if each.dep_ == "dobj" else []
        for phrase in nested:
            if phrase.lower_ == word and any(one.ent_type_ in {"DATE", "TIME"} for one in phrase.children):
                continue  # "for three days"
            said = [phrase, *phrase.children] if phrase.lower_ != "as" else list(phrase.subtree)
            if any(word in {one.lower_, one.lemma_.lower()} for one in said):
                return True
    return False


def children_of_object(noun: Token) -> list[Token]:
    """Return what follows an object and may belong to its verb: parses attach it to either."""
    return [each for each in noun.rights if each.dep_ in {"prep", "acl", "amod", "oprd", "relcl"}]


def description(verb: Token) -> Iterator[Token]:
    """Yield the words that a verb of describing says of its object: "as a natural partner", "a liar"."""
    objects = syntax.children(verb, "dobj")
    phrases = [one for each in [verb, *objects] for one in syntax.children(each, "prep")]
    # "likened X to a dictator"
    marker = "as" if any(each.lower_ == "as" for each in phrases) else "to"
    for each in phrases:
        if each.lower_ == marker and (marker == "as" or each.head == verb):
            yield from (one for one in each.subtree if one is not each)
    for each in verb.children:
        noun = each.dep_ == "ccomp" and each.pos_ in {"NOUN", "ADJ"}
        if noun or each.dep_ in {"oprd", "attr", "acomp"}:
            yield from each.subtree
    for each in objects:
        if syntax.child(verb, "dative") is not None:
            yield from each.subtree  # "called him a liar", with the person as indirect object
        yield from syntax.children(each, "npadvmod")  # "called his deal a disgrace"
