"""What the sentences around a happening say of it: a scenario opened before, a correction after.

"The alliance considered three options. In the first, it attacks Belarus." states no attack, and
"A post says that Kenya has banned it. It has not." no ban. What each word does is in `surroundings.toml`.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache

from spacy.tokens import Span, Token

from extract import attribution, fictions, syntax
from extract.attribution import Said
from extract.lexicon import FOLDER
from extract.reading import Page, Reading
from extract.statuses import ASSERTED, PLANNED, POSSIBLE
from graph.errors import ConfigurationError

_LONGEST_ECHO = 7  # tokens: "No, it has not.", "None of them did so."
_LONGEST_VERDICT = 3
_POINTING = frozenset(
    {"it", "that", "this", "they", "these", "those", "none", "nothing", "neither", "all", "much"}
)
_ECHOING = frozenset({"it", "he", "she", "they", "neither", "none", "we", "nobody"})
_AUXILIARIES = frozenset({"do", "have", "be", "will", "can", "could", "would"})
_NO = frozenset({"not", "n't", "n’t", "never"})
_NOBODY = frozenset({"neither", "none", "nobody", "nothing"})
_PRESENT = frozenset({"VBZ", "VBP"})
_SPEAKING_NOW = frozenset({"could", "might", "may", "would"})
_SETTLED = ("say", "report", "tell")


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of `surroundings.toml`; what each is for stands there."""

    open_nouns: frozenset[str]
    told_ahead: frozenset[str]
    planned_nouns: frozenset[str]
    outlining_verbs: frozenset[str]
    rumor_nouns: frozenset[str]
    false_words: frozenset[str]
    wrong_words: frozenset[str]
    true_words: frozenset[str]
    linking_verbs: frozenset[str]
    told_nouns: frozenset[str]
    retracting_verbs: frozenset[str]
    admitting_verbs: frozenset[str]
    reach: int


@cache
def words() -> Words:
    """Return the word lists.

    Raises:
        ConfigurationError: naming the file and what is wrong with it.

    """
    path = FOLDER / "surroundings.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path.name}: {error}; install newsgraph anew") from error
    wanted = {each.name for each in fields(Words)}
    if wanted != set(data):
        odd = ", ".join(sorted(wanted ^ set(data)))
        raise ConfigurationError(f"{path.name}: {odd} is missing or unknown; each list stands there once")
    reach = data.pop("reach")
    return Words(reach=reach, **{name: frozenset(entries) for name, entries in data.items()})


@dataclass(frozen=True, slots=True)
class _Hold:
    """Tokens of a page whose happenings are not what they seem; `inner` spares what governs another clause."""

    page: int
    start: int
    end: int
    status: str
    why: str
    inner: bool = False
    spares_speech: bool = False  # what was said was said, though it be false
    speaker: str | None = None  # only what this actor says is held: who takes back takes back their own words


class Surroundings:
    """What the rest of an article says of its happenings."""

    def __init__(self, reading: Reading, said: list[Said]) -> None:
        self._words = words()
        self._status = reading.lexicon.status
        self._said = said
        self._taking_back = self._words.false_words | self._words.wrong_words | self._words.true_words
        self._taking_back |= self._words.retracting_verbs | {"make"}
        self._holds: list[_Hold] = []
        before: list[tuple[Page, Span]] = []
        for page in reading.pages:
            if page.kind != "prose":
                continue
            sentences = list(page.doc.sents)
            self._holds.extend(self._opened(page, sentences))
            for sentence in sentences:
                self._holds.extend(self._taken_back(page, sentence, before))
                before = [*before, (page, sentence)][-self._words.reach :]

    def of(self, page: Page, token: Token, *, speech_act: bool) -> tuple[str, str]:
        """Return the status that the sentences around a happening give it, and the words that do.

        Args:
            page: the page it stands on.
            token: the word that names it.
            speech_act: it is itself something said, which was said though what it says be false.

        """
        if not self._holds:
            return ASSERTED, ""
        around = [one for one in self._said if one.covers(page, token)]
        speakers = {one.speaker.actor for one in around if one.speaker is not None}
        for hold in self._holds:
            if hold.page != page.number or not hold.start <= token.i < hold.end:
                continue
            if hold.spares_speech and speech_act and not around and not self._is_inner(token):
                continue
            if hold.speaker is not None and hold.speaker not in speakers:
                continue
            if hold.inner and self._governs(token):
                continue
            return hold.status, hold.why
        return ASSERTED, ""

    def _is_inner(self, token: Token) -> bool:
        """Tell whether a happening stands in a clause that another governs: what is told, not who tells."""
        return any(below.dep_ in {"ccomp", "acl", "relcl"} for below, _ in syntax.ancestors_with_link(token))

    def _governs(self, token: Token) -> bool:
        return any(each.dep_ in {"ccomp", "xcomp"} for each in token.children)

    def _opened(self, page: Page, sentences: list[Span]) -> Iterator[_Hold]:
        """Yield what sentences say that another has opened as only possible, or as planned."""
        status, why = ASSERTED, ""
        rumor: Token | None = None
        for sentence in sentences:
            colon = next((each for each in sentence if each.text == ":"), None)
            if rumor is not None:
                yield _Hold(page.number, sentence.start, sentence.end, POSSIBLE, f"{rumor.text}:")
            rumor = None
            if colon is not None and (noun := self._rumor(sentence, colon)) is not None:
                yield _Hold(page.number, colon.i, sentence.end, POSSIBLE, f"{noun.text}:")
                rumor = noun if colon.i == sentence.end - 1 else None  # a parse may end the sentence there
            if status != ASSERTED and self._goes_on(sentence):
                yield _Hold(page.number, sentence.start, sentence.end, status, why)
                continue
            status, why = self._opening(sentence)

    def _rumor(self, sentence: Span, colon: Token) -> Token | None:
        before = sentence.doc[sentence.start : colon.i]
        return next((each for each in before if each.lemma_.lower() in self._words.rumor_nouns), None)

    def _opening(self, sentence: Span) -> tuple[str, str]:
        """Return what a sentence makes of those after it, and its word that does."""
        root = sentence.root
        governed = [each for each in sentence if each.pos_ == "NOUN" and each.head == root]
        for each in governed:
            lemma = each.lemma_.lower()
            if lemma in self._words.open_nouns and (each.tag_ == "NNS" or lemma in self._words.told_ahead):
                return POSSIBLE, each.text
            if lemma in self._words.planned_nouns and root.lemma_.lower() in self._words.outlining_verbs:
                return PLANNED, each.text
        for preposition in syntax.children(root, "prep"):
            for noun in syntax.children(preposition, "pobj"):
                if preposition.i > root.i:
                    continue
                if preposition.lower_ == "in" and fictions.is_imagined(noun, self._status):
                    return POSSIBLE, noun.text
                if preposition.lower_ == "under" and noun.lemma_.lower() in self._status.agreed_nouns:
                    return PLANNED, noun.text
        of = [each for each in sentence if each.dep_ == "pobj" and each.head.lower_ == "of"]
        for each in of:
            # "The script of the war game was simple."
            if each.lemma_.lower() in self._words.open_nouns and each.head.head in governed:
                return POSSIBLE, each.text
        if sentence[0].lower_ == "here" and any(each.lower_ in _SPEAKING_NOW for each in sentence):
            return POSSIBLE, sentence[0].text
        return ASSERTED, ""

    def _goes_on(self, sentence: Span) -> bool:
        """Tell whether a sentence still tells what was opened: in the present tense, and nobody says it."""
        root = sentence.root
        tensed = [root, *syntax.children(root, "aux", "auxpass")]
        if root.lemma_.lower() in _SETTLED or any(each.tag_ in {"VBD", "MD"} for each in tensed):
            return False
        return any(each.tag_ in _PRESENT for each in tensed) or root.pos_ not in {"VERB", "AUX"}

    def _taken_back(self, page: Page, sentence: Span, before: list[tuple[Page, Span]]) -> Iterator[_Hold]:
        """Yield what a sentence takes back of those before it, or of its own beginning."""
        why = f"later: {sentence.text}"
        if before and self._is_echo(page, sentence):
            there, last = before[-1]
            yield _Hold(there.number, last.start, last.end, POSSIBLE, why, inner=True, spares_speech=True)
            return
        if not any({each.lower_, each.lemma_.lower()} & self._taking_back for each in sentence):
            return
        if self._is_verdict(sentence):
            yield from (_Hold(at.number, one.start, one.end, POSSIBLE, why) for at, one in before[-1:])
            return
        for verb in sentence:
            if verb.pos_ not in {"VERB", "AUX"} or not self._says_false(verb):
                continue
            own, speaker = self._whose(page, verb)
            if not own and speaker is None:
                continue
            clause, subject = self._clause_start(verb), syntax.child(verb, "nsubj", "nsubjpass")
            if subject is not None:
                # "Although it was reported that …, it was false", "The headline "…" was false"
                clause = max(clause, subject.left_edge.i)
                if self._is_told(subject):
                    yield _Hold(page.number, subject.i, verb.i, POSSIBLE, why, spares_speech=True)
            beside = any(each.pos_ in {"VERB", "AUX"} for each in page.doc[sentence.start : clause])
            stretches = [(page.number, sentence.start, clause)] if beside else []
            if not beside or self._names_what_was_told(verb):
                stretches.extend((at.number, one.start, one.end) for at, one in before)
            for stretch in stretches:
                yield _Hold(*stretch, POSSIBLE, why, spares_speech=True, speaker=speaker)

    def _is_verdict(self, sentence: Span) -> bool:
        """Tell whether a few words without a verb say that it is false: "Verdict: false.", "Not true."."""
        tokens = [each for each in sentence if not each.is_punct and not each.is_space]
        if len(tokens) > _LONGEST_VERDICT or any(each.pos_ in {"VERB", "AUX"} for each in tokens):
            return False
        said = {each.lower_ for each in tokens}
        return bool(said & self._words.false_words) or bool(said & _NO and said & self._words.true_words)

    def _names_what_was_told(self, verb: Token) -> bool:
        return any(self._is_told(each) for each in syntax.children(verb, "nsubj", "nsubjpass", "dobj"))

    def _is_echo(self, page: Page, sentence: Span) -> bool:
        """Tell whether a sentence only says no to the last one: "It has not.", "She never did.", "None has."."""
        root = sentence.root
        tokens = [each for each in sentence if not each.is_punct and not each.is_space]
        if (
            len(tokens) > _LONGEST_ECHO
            or root.lemma_.lower() not in _AUXILIARIES
            or sentence.text.rstrip().endswith("?")
        ):
            return False
        subject = syntax.child(root, "nsubj", "nsubjpass")
        if subject is None or subject.lower_ not in _ECHOING or not self._whose(page, root)[0]:
            return False
        if any(each.dep_ in {"attr", "acomp", "dobj", "ccomp", "xcomp", "prep", "agent"} and each.lower_ != "so"
               for each in root.children):  # fmt: skip
            return False
        return subject.lower_ in _NOBODY or any(each.lower_ in _NO for each in tokens)

    def _whose(self, page: Page, verb: Token) -> tuple[bool, str | None]:
        """Return whether the writer says so, or who told it before admits it; else the actor who says so."""
        for one in attribution.speakers(page, verb, self._said):
            teller = page.doc[one.verb] if one.verb is not None else None
            if teller is None or teller.lemma_.lower() not in self._words.admitting_verbs:
                return False, one.speaker.actor if one.speaker is not None else None
        return True, None

    def _clause_start(self, verb: Token) -> int:
        """Return where the clause of a verb begins that stands beside another, else the whole sentence's start."""
        while verb.dep_ not in {"conj", "parataxis", "ROOT"} and verb.head != verb:
            if any(each.dep_ == "cc" and each.i < verb.i for each in verb.children):
                break  # "…, but that turned out to be wrong"
            verb = verb.head
        return verb.left_edge.i

    def _says_false(self, verb: Token) -> bool:
        """Tell whether a verb says that something told is false, or that somebody takes it back."""
        lemma = verb.lemma_.lower()
        if lemma in self._words.retracting_verbs:
            objects = syntax.children(verb, "dobj", "nsubjpass")
            return self._is_plain(verb) and any(self._is_told(each) for each in objects)
        if lemma == "make" and verb.tag_ == "VBN" and any(each.lower_ == "up" for each in verb.children):
            subject = syntax.child(verb, "nsubjpass")
            return self._is_plain(verb) and subject is not None and self._is_pointing(subject)
        subject = syntax.child(verb, "nsubj", "nsubjpass")
        if subject is None or not self._is_pointing(subject) or verb.dep_ == "relcl":
            return False
        if verb.tag_ == "VBN" and verb.lower_ in self._words.false_words:
            return self._is_plain(verb)
        if lemma not in self._words.linking_verbs:
            return False
        said = {one.lower_ for one in self._predicates(verb)}
        nobody = subject.lower_ in _NOBODY
        negated = nobody or any(each.dep_ == "neg" or each.lower_ in _NO for each in verb.children)
        if negated:
            return bool(said & self._words.true_words)
        wrong = self._is_told(subject) or (lemma == "turn" and subject.lower_ in _POINTING)
        false = self._words.false_words | (self._words.wrong_words if wrong else frozenset())
        return bool(said & false) and self._is_plain(verb)

    def _predicates(self, verb: Token) -> Iterator[Token]:
        for each in syntax.children(verb, "attr", "acomp", "oprd", "xcomp", "conj"):
            yield each
            yield from syntax.children(each, "attr", "acomp", "conj")
            if self._is_told(each):
                yield from syntax.children(each, "amod")  # "That was a false report."

    def _is_plain(self, verb: Token) -> bool:
        """Tell whether a verb stands alone: "refused to withdraw the claim" withdraws nothing."""
        helped = syntax.children(verb, "aux", "neg")
        return verb.dep_ not in {"xcomp", "advcl", "pcomp", "acl"} and not any(
            each.tag_ in {"MD", "TO"} or each.dep_ == "neg" for each in helped
        )

    def _is_told(self, noun: Token) -> bool:
        return noun.lemma_.lower() in self._words.told_nouns

    def _is_pointing(self, subject: Token) -> bool:
        return subject.lower_ in _POINTING or self._is_told(subject)
