"""How language expresses the ontology: the lexicon files of `lexicons/`, read and checked once."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from spacy.tokens import Token

from extract import syntax
from graph import ontology
from graph.catalogue import tables
from graph.catalogue.tables import alternatives
from graph.errors import ConfigurationError

FOLDER = Path(__file__).with_name("lexicons")
# "ended": the happening is over and not what the sentence tells ("lifted sanctions"); "none": no effect.
PLACES = frozenset({"source", "target", "pair", ""})
NOTHING = "nothing"  # in the column of targets: such a phrase makes no claim, "broke ground"
# Who does what a complement says: the governor's subject, its object, or somebody who is not said.
CONTROLLERS = frozenset({"source", "target", "other"})
EFFECTS = frozenset({"asserted", "planned", "conditional", "possible", "negated", "denied", "ended", "none"})


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """A verb that makes a relation; `targets` are the places to look for the target, in order.

    Without a relation it is one that makes none, though its verb may elsewhere: "sought a seat".
    """

    entry: str
    particles: frozenset[str]
    objects: frozenset[str]
    targets: tuple[str, ...]
    relation: str
    mode: str | None


@dataclass(frozen=True, slots=True)
class NounFrame:
    """A noun of happening that makes a relation; `possessor` and `of` say what those phrases are."""

    entry: str
    relation: str
    mode: str | None
    possessor: str
    of: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Complement:
    """What a governing verb does to the happening in its complement, and who does that happening."""

    controller: str
    effect: str


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Words that say whether something happened; the tables give the effect of a lemma."""

    negators: frozenset[str]
    negative_determiners: frozenset[str]
    hedges: frozenset[str]
    modals: Mapping[str, str]
    adjectives: Mapping[str, str]
    condition_marks: Mapping[str, str]
    light_verbs: frozenset[str]
    occurrence_verbs: frozenset[str]
    representatives: frozenset[str]
    transparent_nouns: frozenset[str]
    naming_nouns: frozenset[str]
    couple_nouns: frozenset[str]
    leading_nouns: frozenset[str]
    governed_nouns: frozenset[str]
    treaty_nouns: frozenset[str]
    fiction_nouns: frozenset[str]
    imagined_nouns: frozenset[str]
    fiction_parts: frozenset[str]
    false_tellers: frozenset[str]
    replaced_versions: frozenset[str]
    imagining_subjects: frozenset[str]
    depicting_verbs: frozenset[str]
    agreed_nouns: frozenset[str]
    regretting_verbs: frozenset[str]
    kin_nouns: frozenset[str]
    impersonating_verbs: frozenset[str]
    condition_phrases: tuple[str, ...]
    nearing_phrases: tuple[str, ...]
    tellings: frozenset[str]
    anybody: frozenset[str]
    mistaken_words: frozenset[str]
    hearsay_nouns: frozenset[str]
    falsity_adverbs: frozenset[str]
    unreal_adjectives: frozenset[str]
    verbal_attacks: frozenset[str]
    undergone_nouns: frozenset[str]
    appearance_verbs: frozenset[str]
    telling_verbs: frozenset[str]
    knowing_verbs: frozenset[str]
    mental_verbs: frozenset[str]
    other_nouns: frozenset[str]
    speaking_verbs: frozenset[str]
    carrier_nouns: frozenset[str]
    issuing_verbs: frozenset[str]
    stative_participles: frozenset[str]
    wrongdoing_verbs: frozenset[str]
    voting_verbs: frozenset[str]
    voted_verbs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Commitment:
    """What a governing word makes of a happening it governs: "agreed to free X" is a promise to X.

    `good` is the relation where the governed happening is cooperation, `bad` where it is conflict.
    """

    entry: str
    good: str | None
    bad: str | None
    status: str  # what the word itself says of it: who is only willing has promised nothing yet


@dataclass(frozen=True, slots=True)
class Undergoing:
    """A verb whose subject undergoes what a noun of happening says: "faced criticism", "came under attack".

    `nouns` are those it is so with, all where it is empty; `relation` is another than the noun's, if any.
    """

    nouns: frozenset[str]
    relation: str | None
    hurts: bool  # the verb itself says that somebody was hurt


@dataclass(frozen=True)
class Lexicon:
    """All frames by lemma."""

    verbs: Mapping[str, tuple[VerbFrame, ...]]
    nouns: Mapping[str, NounFrame]
    complements: Mapping[tuple[str, str], Complement]
    reports: Mapping[str, str]
    status: StatusWords
    evaluations: Mapping[str, frozenset[str]]  # good, bad → lemmas
    commitments: Mapping[tuple[str, str], Commitment]  # governing lemma and form
    sides: Mapping[str, str]  # noun for who takes sides → relation
    undergoing: Mapping[tuple[str, str, str], tuple[Undergoing, ...]]  # verb, preposition or "", voice

    def complement(self, governor: Token, form: str) -> Complement | None:
        """Return what a word does to what it governs in that form: "went on to meet", "is supposed to meet"."""
        # "end up" is not "end", and "is supposed to" not "suppose": the longer and closer form first.
        forms = [governor.lemma_.lower()]
        if governor.tag_ == "VBN" or governor.pos_ == "ADJ":
            forms.insert(0, governor.lower_)
        particles = [each.lower_ for each in syntax.particles(governor)]
        for word in [*(f"{word} {particle}" for word in forms for particle in particles), *forms]:
            if (found := self.complements.get((word, form))) is not None:
                return found
        return None

    def after_preposition(self, governor: Token, preposition: str) -> Complement | None:
        """Return what a word does to what follows its preposition: "accused of backing", "opposed to lifting"."""
        # "to" has a form of its own: "agreed to lift" is not "agreed to lifting".
        to_ing = self.complement(governor, "to-ing") if preposition == "to" else None
        return to_ing or self.complement(governor, preposition)

    @cached_property
    def undergone(self) -> frozenset[str]:
        """The nouns that the table of undergoing verbs names itself."""
        return frozenset(noun for each in self.undergoing.values() for entry in each for noun in entry.nouns)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The lemmas of all verbs that any table speaks of."""
        governing = {word for word, *_ in [*self.complements, *self.commitments, *self.undergoing]}
        status = self.status.light_verbs | self.status.occurrence_verbs | self.status.appearance_verbs
        return frozenset({*self.verbs, *self.reports, *governing, *status})


@cache
def load() -> Lexicon:
    """Return the lexicon.

    Raises:
        ConfigurationError: naming file, line and what is wrong with the entry.

    """
    return Lexicon(
        verbs=_verbs(),
        nouns=_nouns(),
        complements=_complements(),
        reports=_reports(),
        status=_status(),
        evaluations=_evaluations(),
        commitments=_commitments(),
        sides=_sides(),
        undergoing=_undergoing(),
    )


def rows(name: str, *columns: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield line number and row of a CSV table of the lexicon folder, after checking its header."""
    yield from tables.rows(FOLDER / name, *columns)


def _relation(name: str, line: int, row: dict[str, str]) -> tuple[str, str | None]:
    if row["targets"] == NOTHING and not row["relation"] and not row["mode"]:
        return "", None
    relation = ontology.load().relations.get(row["relation"])
    if relation is None:
        raise ConfigurationError(f"{name}, line {line}: relation {row['relation']!r} is not in ontology.toml")
    if row["mode"] and row["mode"] not in relation.modes:
        raise ConfigurationError(
            f"{name}, line {line}: {relation.name} has no mode {row['mode']!r}; it has {', '.join(relation.modes)}"
        )
    return relation.name, row["mode"] or None


def _verbs() -> dict[str, tuple[VerbFrame, ...]]:
    name = "verbs.csv"
    found: dict[str, list[VerbFrame]] = defaultdict(list)
    for line, row in rows(name, "verb", "particle", "object", "targets", "relation", "mode", "example"):
        relation, mode = _relation(name, line, row)
        targets = tuple(row["targets"].split())
        if not targets:
            raise ConfigurationError(f"{name}, line {line}: targets is empty; say where the target stands")
        for verb in alternatives(row["verb"]):
            particles = frozenset(alternatives(row["particle"]))
            objects = frozenset(alternatives(row["object"]))
            entry = " ".join(word for word in (verb, row["particle"]) if word)
            frame = VerbFrame(entry, particles, objects, targets, relation, mode)
            found[verb].append(frame)
    # What asks for more is tried first.
    return {
        verb: tuple(
            sorted(
                frames,
                key=lambda frame: (
                    not frame.objects,
                    bool(frame.relation),
                    not frame.particles,
                    not frame.targets[0].endswith("rival") and ":" not in frame.targets[0],
                ),
            )
        )
        for verb, frames in found.items()
    }


def _nouns() -> dict[str, NounFrame]:
    name = "nouns.csv"
    found: dict[str, NounFrame] = {}
    for line, row in rows(name, "noun", "relation", "mode", "possessor", "of", "targets", "example"):
        relation, mode = _relation(name, line, row)
        if not {row["possessor"], row["of"]} <= PLACES:
            raise ConfigurationError(f"{name}, line {line}: possessor and of must be source, target or pair")
        for noun in alternatives(row["noun"]):
            found[noun] = NounFrame(
                noun, relation, mode, row["possessor"], row["of"], tuple(row["targets"].split())
            )
    return found


def _complements() -> dict[tuple[str, str], Complement]:
    name = "complements.csv"
    found: dict[tuple[str, str], Complement] = {}
    for line, row in rows(name, "verb", "form", "controller", "effect", "example"):
        if row["controller"] not in CONTROLLERS:
            raise ConfigurationError(
                f"{name}, line {line}: controller {row['controller']!r} is none of {sorted(CONTROLLERS)}"
            )
        if row["effect"] not in EFFECTS:
            raise ConfigurationError(
                f"{name}, line {line}: effect {row['effect']!r} is none of {sorted(EFFECTS)}"
            )
        for verb in alternatives(row["verb"]):
            for form in alternatives(row["form"]):
                found[verb, form] = Complement(row["controller"], row["effect"])
    return found


def _commitments() -> dict[tuple[str, str], Commitment]:
    name = "commitments.csv"
    relations = ontology.load().relations
    found: dict[tuple[str, str], Commitment] = {}
    for line, row in rows(name, "word", "form", "good", "bad", "status", "example"):
        for relation in (row["good"], row["bad"]):
            if relation and relation not in relations:
                raise ConfigurationError(
                    f"{name}, line {line}: relation {relation!r} is not in ontology.toml"
                )
        for word in alternatives(row["word"]):
            for form in alternatives(row["form"]):
                found[word, form] = Commitment(
                    word, row["good"] or None, row["bad"] or None, row["status"] or "asserted"
                )
    return found


def _sides() -> dict[str, str]:
    name = "sides.csv"
    found: dict[str, str] = {}
    for line, row in rows(name, "noun", "relation", "example"):
        if row["relation"] not in ontology.load().relations:
            raise ConfigurationError(
                f"{name}, line {line}: relation {row['relation']!r} is not in ontology.toml"
            )
        found.update(dict.fromkeys(alternatives(row["noun"]), row["relation"]))
    return found


def _undergoing() -> dict[tuple[str, str, str], tuple[Undergoing, ...]]:
    name = "undergoing.csv"
    relations = ontology.load().relations
    found: dict[tuple[str, str, str], list[Undergoing]] = defaultdict(list)
    for line, row in rows(name, "verb", "voice", "preposition", "noun", "relation", "hurts", "example"):
        if row["voice"] not in {"active", "passive"}:
            raise ConfigurationError(f"{name}, line {line}: voice must be active or passive")
        if row["relation"] and row["relation"] not in relations:
            raise ConfigurationError(
                f"{name}, line {line}: relation {row['relation']!r} is not in ontology.toml"
            )
        entry = Undergoing(
            frozenset(alternatives(row["noun"])), row["relation"] or None, row["hurts"] == "yes"
        )
        for verb in alternatives(row["verb"]):
            for preposition in alternatives(row["preposition"]) or ("",):
                found[verb, preposition, row["voice"]].append(entry)
    # What asks for a noun of its own comes first.
    return {key: tuple(sorted(each, key=lambda entry: not entry.nouns)) for key, each in found.items()}


def _reports() -> dict[str, str]:
    name = "reports.csv"
    found: dict[str, str] = {}
    for line, row in rows(name, "verb", "effect", "example"):
        if row["effect"] not in EFFECTS:
            raise ConfigurationError(
                f"{name}, line {line}: effect {row['effect']!r} is none of {sorted(EFFECTS)}"
            )
        found.update(dict.fromkeys(alternatives(row["verb"]), row["effect"]))
    return found


def _evaluations() -> dict[str, frozenset[str]]:
    path = FOLDER / "evaluations.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path.name}: {error}; install newsgraph anew") from error
    both = set(data.get("good", [])) & set(data.get("bad", []))
    if both:
        raise ConfigurationError(f"{path.name}: {sorted(both)} are good and bad; take them out of one list")
    return {side: frozenset(data.get(side, [])) for side in ("good", "bad")}


def _status() -> StatusWords:
    path = FOLDER / "status.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return StatusWords(
            negators=frozenset(data["negators"]),
            negative_determiners=frozenset(data["negative_determiners"]),
            hedges=frozenset(data["hedges"]),
            modals=dict(data["modals"]),
            adjectives=dict(data["adjectives"]),
            condition_marks=dict(data["condition_marks"]),
            light_verbs=frozenset(data["light_verbs"]),
            occurrence_verbs=frozenset(data["occurrence_verbs"]),
            representatives=frozenset(data["representatives"]),
            transparent_nouns=frozenset(data["transparent_nouns"]),
            naming_nouns=frozenset(data["naming_nouns"]),
            couple_nouns=frozenset(data["couple_nouns"]),
            leading_nouns=frozenset(data["leading_nouns"]),
            governed_nouns=frozenset(data["governed_nouns"]),
            treaty_nouns=frozenset(data["treaty_nouns"]),
            fiction_nouns=frozenset(data["fiction_nouns"]),
            imagined_nouns=frozenset(data["imagined_nouns"]),
            fiction_parts=frozenset(data["fiction_parts"]),
            false_tellers=frozenset(data["false_tellers"]),
            replaced_versions=frozenset(data["replaced_versions"]),
            imagining_subjects=frozenset(data["imagining_subjects"]),
            depicting_verbs=frozenset(data["depicting_verbs"]),
            agreed_nouns=frozenset(data["agreed_nouns"]),
            regretting_verbs=frozenset(data["regretting_verbs"]),
            kin_nouns=frozenset(data["kin_nouns"]),
            impersonating_verbs=frozenset(data["impersonating_verbs"]),
            condition_phrases=tuple(data["condition_phrases"]),
            nearing_phrases=tuple(data["nearing_phrases"]),
            tellings=frozenset(data["tellings"]),
            anybody=frozenset(data["anybody"]),
            mistaken_words=frozenset(data["mistaken_words"]),
            hearsay_nouns=frozenset(data["hearsay_nouns"]),
            falsity_adverbs=frozenset(data["falsity_adverbs"]),
            unreal_adjectives=frozenset(data["unreal_adjectives"]),
            verbal_attacks=frozenset(data["verbal_attacks"]),
            undergone_nouns=frozenset(data["undergone_nouns"]),
            appearance_verbs=frozenset(data["appearance_verbs"]),
            telling_verbs=frozenset(data["telling_verbs"]),
            knowing_verbs=frozenset(data["knowing_verbs"]),
            mental_verbs=frozenset(data["mental_verbs"]),
            other_nouns=frozenset(data["other_nouns"]),
            speaking_verbs=frozenset(data["speaking_verbs"]),
            carrier_nouns=frozenset(data["carrier_nouns"]),
            issuing_verbs=frozenset(data["issuing_verbs"]),
            stative_participles=frozenset(data["stative_participles"]),
            wrongdoing_verbs=frozenset(data["wrongdoing_verbs"]),
            voting_verbs=frozenset(data["voting_verbs"]),
            voted_verbs=frozenset(data["voted_verbs"]),
        )
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path.name}: {error}; install newsgraph anew") from error
    except KeyError as error:
        raise ConfigurationError(f"{path.name}: {error} is missing; add it") from error
