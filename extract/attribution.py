"""Who says what: direct and indirect quotations, their speakers, and the chain of speakers of a claim."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extract import syntax
from extract.parties import Parties
from extract.party import Party
from extract.reading import Page, Reading
from graph.ids import content_id
from graph.model import Quotation, Speaker

_OPEN = "“„«"
_CLOSE = {"“": "”", "„": "“”", "«": "»", '"': '"'}
_MARKS = re.compile(r"[“”„«»\"]")
_SPEAKERS = frozenset({"nsubj", "nsubjpass", "agent"})
_QUOTING = frozenset({"quote", "cite"})
_REACH = 160  # code points between a quotation and the verb that reports it
_FRAMING = frozenset({"i", "we", "you", "they", "everybody", "people"})
_SCARE = 3  # quoted stretches of fewer words are names or doubts, not statements


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the article that somebody is said to say: page, offsets in the page's text, who, the cue."""

    page: int
    start: int
    end: int
    direct: bool
    speaker: Party | None
    speaker_text: str | None
    cue: str | None
    verb: int | None  # token that reports it
    quoted: tuple[int, int] | None = None  # the stretch between quotation marks, where there is one

    def quotes(self, token: Token) -> bool:
        """Tell whether a token stands between its quotation marks, in the speaker's very words."""
        return self.direct and (self.quoted is None or self.quoted[0] <= token.idx < self.quoted[1])

    def covers(self, page: Page, token: Token) -> bool:
        """Tell whether a token of a page stands in these words."""
        return self.page == page.number and self.start <= token.idx < self.end and token.i != self.verb


def attributed(reading: Reading, parties: Parties) -> list[Said]:
    """Return what is quoted or reported in the article, in order."""
    found: list[Said] = []
    last: Said | None = None
    for page in reading.pages:
        if page.kind != "prose":
            continue
        quotes = _quotes(page.doc.text)
        here = list(_indirect(reading, parties, page, quotes))
        here.extend(_according(reading, parties, page))
        for start, end in quotes:
            if len(page.doc.text[start:end].split()) < _SCARE:
                continue
            said = _speaker_of(reading, parties, page, start, end, quotes, last)
            if said is None:
                continue
            same = [one for one in here if one.start < end and start < one.end]
            inside = next((one for one in same if one.verb == said.verb), None)
            if inside is not None:
                here.remove(inside)
                said = Said(
                    page.number, min(inside.start, start), max(inside.end, end), True, inside.speaker,
                    inside.speaker_text, inside.cue, inside.verb, inside.quoted or (start, end),
                )  # fmt: skip
            here.append(said)
            last = said if said.speaker is not None else last
        found.extend(sorted(here, key=lambda said: (said.start, -said.end)))
    return found


def speakers(page: Page, token: Token, said: list[Said]) -> list[Said]:
    """Return whose words a token stands in, the nearest to it first."""
    around = [one for one in said if one.covers(page, token) and (one.speaker or one.speaker_text)]
    return sorted(around, key=lambda one: one.end - one.start)


def chain(page: Page, token: Token, said: list[Said]) -> tuple[Speaker, ...]:
    """Return the chain of who reports a claim, nearest to the event first."""
    found: list[Speaker] = []
    for one in speakers(page, token, said):
        if one.speaker is not None and one.speaker.actor not in {each.actor for each in found}:
            found.append(Speaker(one.speaker.actor, one.cue))
    return tuple(found)


def is_unknown(page: Page, token: Token, said: list[Said], knowing_verbs: frozenset[str]) -> bool:
    """Tell whether what a token tells of is only said, and by no actor: "sources said", "the lawsuit says"."""
    around = [one for one in said if one.covers(page, token)]
    return bool(around) and all(
        one.speaker is None
        and one.speaker_text is not None
        and (one.verb is None or page.doc[one.verb].lemma_.lower() not in knowing_verbs)
        for one in around
    )


def quotations(reading: Reading, parties: Parties, said: list[Said]) -> tuple[Quotation, ...]:
    """Return the quotations of the line format, without what speakers say of their own thinking."""
    nominal = [
        one for page in reading.pages if page.kind == "prose" for one in _nominal(reading, parties, page)
    ]
    found: dict[str, Quotation] = {}
    for one in [*said, *nominal]:
        page = reading.pages[one.page]
        if _is_aside(page, one, said, reading.lexicon.status.mental_verbs):
            continue
        start, end = page.start + one.start, page.start + one.end
        text = reading.text(start, end)
        identity = content_id("quotation", reading.article.id, reading.article.sha256, start, end, one.cue)
        found[identity] = Quotation(
            identity,
            one.speaker.actor if one.speaker else None,
            one.speaker_text,
            one.cue,
            text,
            start,
            end,
            one.direct,
        )
    return tuple(found.values())


def _is_aside(page: Page, one: Said, said: list[Said], mental: frozenset[str]) -> bool:
    """Tell whether a report only frames its speaker's own words: "I think", "voters know" in a quotation."""
    if one.verb is None:
        return False
    verb = page.doc[one.verb]
    subject = _subject(verb)
    return (
        subject is not None
        and (subject.lower_ in _FRAMING or verb.lemma_.lower() in mental)
        and any(other is not one and other.covers(page, subject) and other.quotes(subject) for other in said)
    )


def _nominal(reading: Reading, parties: Parties, page: Page) -> Iterator[Said]:
    """Yield what verbs of saying report by a noun: "announced a plan to free the prisoners"."""
    for token in page.doc:
        if token.pos_ != "VERB" or token.lemma_.lower() not in reading.lexicon.status.telling_verbs:
            continue
        content = syntax.child(token, "dobj")
        subject = _subject(token)
        if content is None or subject is None or content.pos_ != "NOUN" or syntax.child(token, "ccomp"):
            continue
        span = _span(content)
        if span is not None and len(page.doc.text[span[0] : span[1]].split()) >= _SCARE:
            text = _phrase(reading, page, subject)
            yield Said(
                page.number, *span, False, _teller(reading, parties, page, subject), text, token.text, token.i
            )


def _quotes(text: str) -> list[tuple[int, int]]:
    """Return the stretches between quotation marks; one that is never closed runs to the paragraph's end."""
    found: list[tuple[int, int]] = []
    opened: tuple[str, int] | None = None
    for match in _MARKS.finditer(text):
        mark = match.group()
        if opened is None:
            if mark in _CLOSE:
                opened = mark, match.end()
        elif mark in _CLOSE[opened[0]]:
            if text[opened[1] : match.start()].strip():
                found.append((opened[1], match.start()))
            opened = None
    if opened is not None and text[opened[1] :].strip():
        found.append((opened[1], len(text)))
    return found


def _quoted(position: int, quotes: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in quotes)


def _indirect(
    reading: Reading, parties: Parties, page: Page, quotes: list[tuple[int, int]]
) -> Iterator[Said]:
    """Yield what verbs of saying report in a clause: "said that …", "…, the ministry said"."""
    for token in page.doc:
        if token.pos_ not in {"VERB", "AUX"} or token.lemma_.lower() not in reading.lexicon.reports:
            continue
        subject = _subject(token)
        if subject is None:
            continue
        content = syntax.child(token, "ccomp")
        if content is None and token.dep_ == "parataxis" and token.head != token:
            span = _around(token)
        elif content is not None:
            span = _span(content)
        else:
            continue
        if span is None:
            continue
        party = _teller(reading, parties, page, subject)
        if (
            party is not None
            and content is None
            and subject.pos_ == "PRON"
            and _is_own_subject(parties, page, token, party)
        ):
            party = None
        yield Said(
            page.number, span[0], span[1], direct=_quoted(span[0], quotes) and _quoted(span[1] - 1, quotes),
            speaker=party, speaker_text=_phrase(reading, page, subject), cue=token.text, verb=token.i,
        )  # fmt: skip


def _teller(reading: Reading, parties: Parties, page: Page, subject: Token) -> Party | None:
    """Return who says: the subject, or who issued it, "a press release by the union", "the bank's report"."""
    party = parties.of(page, subject)
    if party is None and subject.lemma_.lower() in reading.lexicon.status.carrier_nouns:
        return next(iter(parties.behind(page, subject)), None)
    return party


def _is_own_subject(parties: Parties, page: Page, verb: Token, party: Party) -> bool:
    """Tell whether a pronoun that reports was taken for whom the report is of: "India, it said, had armed them"."""
    subject = _subject(verb.head)
    own = parties.of(page, subject) if subject is not None and subject.pos_ != "PRON" else None
    return own is not None and own.actor == party.actor


def _around(token: Token) -> tuple[int, int] | None:
    """Return the sentence less the reporting clause itself: "…, a report says, …"."""
    own = {each.i for each in token.subtree}
    rest = [each for each in token.head.subtree if each.i not in own and not each.is_punct]
    if not rest:
        return None
    return rest[0].idx, rest[-1].idx + len(rest[-1].text)


def _span(content: Token) -> tuple[int, int] | None:
    """Return the offsets of what a word governs, its conjunction "that" and outer punctuation left out."""
    doc, first, last = content.doc, content.left_edge.i, content.right_edge.i
    while first <= last and (doc[first].dep_ == "mark" or doc[first].is_punct or doc[first].is_space):
        first += 1
    while last >= first and (doc[last].is_quote or doc[last].is_space or doc[last].text in {",", "."}):
        last -= 1
    return (doc[first].idx, doc[last].idx + len(doc[last].text)) if first <= last else None


def _according(reading: Reading, parties: Parties, page: Page) -> Iterator[Said]:
    """Yield the rest of a sentence that says "according to X"."""
    for token in page.doc:
        if token.lower_ != "according":
            continue
        objects = syntax.preposition_objects(token, "to")
        if not objects and token.i + 1 < len(page.doc) and token.nbor().lower_ == "to":
            objects = syntax.children(token.nbor(), "pobj")
        if not objects:
            continue
        phrase = {each.i for each in token.subtree} | {each.i for each in objects[0].subtree}
        rest = [
            each for each in token.sent if each.i not in phrase and not each.is_punct and not each.is_space
        ]
        if rest:
            yield Said(
                page.number, rest[0].idx, rest[-1].idx + len(rest[-1].text), False, _teller(reading, parties, page, objects[0]),
                _phrase(reading, page, objects[0]), "according to", token.i,
            )  # fmt: skip


def _speaker_of(
    reading: Reading,
    parties: Parties,
    page: Page,
    start: int,
    end: int,
    quotes: list[tuple[int, int]],
    last: Said | None,
) -> Said | None:
    """Return who speaks a quoted stretch: the nearest verb of saying outside it, else who spoke last."""
    best: tuple[int, Token, Token] | None = None
    sentences = [each for each in page.doc.sents if each.start_char < end + 2 and each.end_char > start - 2]
    first, final = (sentences[0].start_char, sentences[-1].end_char) if sentences else (0, 0)
    for token in page.doc:
        if token.lemma_.lower() not in reading.lexicon.reports or token.pos_ not in {"VERB", "AUX"}:
            continue
        if _quoted(token.idx, quotes) or not first <= token.idx < final:
            continue
        subject = _subject(token)
        if subject is None or _quoted(subject.idx, quotes):
            continue
        distance = token.idx - end if token.idx >= end else start - token.idx
        if distance <= _REACH and (best is None or distance < best[0]):
            best = distance, token, subject
    if best is not None:
        _, verb, subject = best
        party = _teller(reading, parties, page, subject)
        text = _phrase(reading, page, subject)
        return Said(page.number, start, end, True, party, text, verb.text, verb.i, (start, end))
    whole = page.doc.text[:start].strip(_OPEN + '" ') == ""
    follows = last is not None and (last.page == page.number or (last.page == page.number - 1 and whole))
    if last is not None and follows and len(page.doc.text[start:end].split()) > _SCARE:
        return Said(page.number, start, end, True, last.speaker, last.speaker_text, None, None, (start, end))
    return None


def _subject(verb: Token) -> Token | None:
    """Return who says: the verb's subject, the one it shares, or the noun its participle describes."""
    quoted = syntax.child(verb, "dobj") if verb.lemma_ in _QUOTING else None
    if quoted is not None and any(each.lower_ == "as" for each in syntax.children(verb, "prep", "mark")):
        return quoted  # "the paper quoted Smith as saying"
    subject = syntax.child(verb, "nsubj")
    if subject is not None:
        if subject.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl":
            return verb.head
        return subject
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return _subject(verb.head)
    if verb.dep_ in {"advcl", "xcomp"} and verb.tag_ in {"VBG", "VB"} and verb.head.pos_ in {"VERB", "AUX"}:
        return _subject(verb.head)
    if verb.dep_ == "pcomp" and verb.head.head.pos_ in {"VERB", "AUX"}:
        return _subject(verb.head.head)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return verb.head
    return None


def _phrase(reading: Reading, page: Page, head: Token) -> str:
    first, last = syntax.phrase(head)
    return reading.text(*page.span(first, last))
