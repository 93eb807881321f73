"""Names in a parsed paragraph: from the gazetteer, from the pipeline's entities, from titles."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from extract import boundaries, first_names
from extract.gazetteer import DEMONYM, NAME, PEOPLE, REGION, Gazetteer, Known, name_forms

SETTING = "Setting"  # a building, river or the like: a place that acts for nobody
_KINDS = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "NORP": "Group",
    "FAC": "Place",
    "LOC": "Place",
}
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "appos", "dative"})
_HALVES = frozenset(
    {
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
    }
)
_ONE = frozenset({"a", "an", "another", "one", "every", "each"})
_ARGUING = frozenset({"nsubj", "nsubjpass", "dobj", "poss"})
_NO_ACTORS = frozenset(
    {
        "DATE",
        "TIME",
        "EVENT",
        "WORK_OF_ART",
        "LAW",
        "PRODUCT",
        "LANGUAGE",
        "MONEY",
        "QUANTITY",
        "PERCENT",
        "ORDINAL",
        "CARDINAL",
    }
)
_NICKNAME = 3  # words of a team's name after its city
_SMALL = frozenset({"town", "village", "hamlet", "township", "borough", "suburb"})
_LONGEST_NAME = 200  # code points; the graph holds longer ones, but nobody bears them


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a paragraph: tokens `start` to `end`, its head token, and what it is thought to be.

    `known` are the gazetteer's actors of that form, best first; empty when only the pipeline named it.
    """

    start: int
    end: int
    head: int
    text: str
    kind: str
    known: tuple[Known, ...]
    rule: str
    gender: str | None = None  # of the title before it: "Mr" Clinton
    argues: bool = False  # does or owns something, or something is done to it
    counted: bool = False  # "most Britons", "thirty Scots": some people, not their state
    after_the: bool = False
    team: bool = False  # the country's or city's team, not itself
    locates: bool = False  # says where something is: "in Moscow" is the city, not its government

    @property
    def is_modifier(self) -> bool:
        """Whether the form is an adjective ("Canadian"), which names no actor by itself."""
        return bool(self.known) and self.known[0].form == DEMONYM


def names(doc: Doc, gazetteer: Gazetteer) -> list[Name]:
    """Return the names of a paragraph in order, not overlapping; the longer wins, then the gazetteer."""
    found = [*_from_gazetteer(doc, gazetteer), *_from_entities(doc, gazetteer)]
    found.sort(key=lambda name: (-(name.end - name.start), not name.known, name.start))
    taken: set[int] = set()
    kept: list[Name] = []
    for name in found:
        if len(name.text) > _LONGEST_NAME:
            continue
        if taken.isdisjoint(range(name.start, name.end)):
            taken.update(range(name.start, name.end))
            title = doc[name.start - 1].text if name.start else ""
            counted = name.start > 0 and (
                doc[name.start - 1].like_num or doc[name.start - 1].lower_ in name_forms("quantities")
            )
            single = (
                name.start > 0
                and doc[name.start - 1].lower_ in _ONE
                and doc[name.head].dep_ in _ARGUING
                and doc[name.start - 1].head == doc[name.head]
            )
            kept.append(
                replace(
                    name,
                    gender=gazetteer.genders.get(title) or None,
                    counted=counted or single,
                    after_the=title.lower() == "the",
                    argues=doc[name.head].dep_ in _ARGUING,
                )
            )
    return sorted(kept, key=lambda name: name.start)


def _from_gazetteer(doc: Doc, gazetteer: Gazetteer) -> Iterator[Name]:
    index = 0
    while index < len(doc):
        shared = _shared_head(doc, index, gazetteer)
        if shared is not None:
            yield Name(index, index + 1, index, doc[index].text, shared[0].kind, shared, "gazetteer")
        found = gazetteer.at(doc, index)
        if found is not None and _plausible(*found):
            span, known = found
            team = _nickname(span, known, gazetteer)
            if _is_half(span, known[0]):
                whole = doc[span.start - 1 : span.end]
                yield Name(whole.start, whole.end, _head(span), whole.text, "Place", (), "gazetteer")
            elif team is not None:
                yield Name(team.start, team.end, _head(team), team.text, "Organization", (), "gazetteer")
            else:
                yield Name(span.start, span.end, _head(span), span.text, known[0].kind, known, "gazetteer")
            index += len(span) - 1
        index += 1


def _shared_head(doc: Doc, index: int, gazetteer: Gazetteer) -> tuple[Known, ...] | None:
    """Return whom the first of two names with one head means: "North and South Korea"."""
    word = doc[index].text
    if (
        index + 2 >= len(doc)
        or word not in name_forms("compass")
        or doc[index + 1].lower_ not in {"and", "or"}
    ):
        return None
    after = gazetteer.at(doc, index + 2)
    words = after[0].text.split(" ", 1) if after is not None else []
    if len(words) == 1 or not words or words[0] not in name_forms("compass"):
        return None
    return gazetteer.forms.get(f"{word} {words[1]}")


def _plausible(span: Span, forms: tuple[Known, ...]) -> bool:
    """Tell whether a form of the gazetteer is a name here: "US" is, "us" and the verb "Turkey's" are not."""
    if not span.text[0].isupper() and not span.text[0].isdigit() and not span.text.startswith("sub-"):
        return False
    first, known = span[0], forms[0]
    if first.i > 1 and first.nbor(-1).text == "-" and first.nbor(-2).lower_ in boundaries.SIDES:
        return False  # "pro-Beijing councillors" are nobody's in Beijing
    if _is_elsewhere(span, known):
        return False
    if known.form == NAME and known.kind in {"Country", "Place"} and _goes_before(span):
        return False  # "South Kordofan", "Miss USA"
    if known.form == REGION and len(span) == 1 and first.ent_type_ not in {"LOC", "GPE"}:
        return first.i > 0 and first.nbor(-1).lower_ == "the"  # "the West", but "Mr West"
    if len(span) == 1 and known.form not in {DEMONYM, PEOPLE} and first.pos_ in {"PRON", "ADP", "AUX", "DET"}:
        return first.text.isupper()
    # "Jordan Spieth", "Chad Wolf", "Victoria Nuland": the first word of a longer name of a person.
    return not (
        len(span) == 1
        and known.form in {"name", "capital"}
        and first.ent_type_ == "PERSON"
        and first.i + 1 < len(span.doc)
        and span.doc[first.i + 1].ent_type_ == "PERSON"
        and span.doc[first.i + 1].ent_iob_ == "I"
    )


def _is_half(span: Span, known: Known) -> bool:
    """Tell whether the word before makes a place a part of it: "northern India" is where something is."""
    before = span[0].nbor(-1).lower_ if span.start else ""
    return known.form == NAME and known.kind in {"Country", "Place"} and before in _HALVES


def _nickname(span: Span, known: tuple[Known, ...], gazetteer: Gazetteer) -> Span | None:
    """Return the whole name that begins with a place and ends with a plural: "Minnesota Twins", "Boston Red Sox"."""
    doc, end = span.doc, span.end
    if known[0].form != NAME or known[0].kind != "Place" or span[-1].dep_ != "compound":
        return None
    while (
        end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text.istitle() and end - span.end < _NICKNAME
    ):
        if gazetteer.at(doc, end) is not None or doc[end].text in gazetteer.genders:
            return None
        end += 1
    last = doc[end - 1]
    plural = last.text.endswith(("s", "x")) and last.lower_ not in gazetteer.roles
    return (
        doc[span.start : end] if end > span.end and plural and span[-1].head in doc[span.end : end] else None
    )


def _is_elsewhere(span: Span, known: Known) -> bool:
    """Tell whether a form is another's here: "Rockwell International ROK", "the town of Ireland"."""
    if known.kind != "Country" or known.form != NAME or span.start == 0:
        return False
    first = span[0]
    before = first.nbor(-1)
    if len(span) == 1 and first.is_upper and len(first) > 2:  # noqa: PLR2004 - "US", "UK"
        return before.dep_ == "compound" and before.pos_ == "PROPN" and before.head == first
    return before.lower_ == "of" and span.start > 1 and before.nbor(-1).lemma_.lower() in _SMALL


def _goes_before(span: Span) -> bool:
    """Tell whether the word before makes a name of a country or place a part of another."""
    if span.start == 0:
        return False
    before = span[0].nbor(-1)
    return (
        before.dep_ == "compound"
        and before.pos_ == "PROPN"
        and before.head.i in range(span.start, span.end)
        and (
            before.text in name_forms("compass")
            or (before.ent_type_ != "" and before.ent_type_ == span[0].ent_type_)
        )
    )


def _from_entities(doc: Doc, gazetteer: Gazetteer) -> Iterator[Name]:
    for ent in doc.ents:
        kind = _KINDS.get(ent.label_)
        if not kind:
            continue
        span = boundaries.trimmed(ent, gazetteer)
        if span is not None and boundaries.is_known_behind(span, gazetteer):
            continue  # "the State of Colorado" is Colorado
        if span is None or _shared_head(doc, span.start, gazetteer) is not None:
            continue
        if kind == "Person" and any(token.is_digit for token in span):
            continue
        if span.text.isupper() and len(span.text) == 1:
            continue
        if len(span) > 1 and span[-1].text in gazetteer.organization_endings:
            kind = "Organization"
        elif len(span) > 1 and span[-1].text in name_forms("settings"):
            kind = SETTING
        span = boundaries.whole(span, gazetteer)
        rule = f"pipeline:{ent.label_}"
        if kind == "Organization":
            span = boundaries.with_place(span, gazetteer)
        if kind == "Person" and (end := boundaries.with_letters(span)) > span.end:
            text = doc[span.start : end].text if doc[span.end].text != "," else span.text
            yield Name(span.start, end, _head(span), text, kind, (), rule)
            continue
        yield Name(span.start, span.end, _head(span), span.text, kind, (), rule)


def _head(span: Span) -> int:
    """Return the token of a name that the rest of the sentence refers to."""
    head: Token = span.root
    # A parse may hang the last word of a name on the sentence and the others on it, or the other way round.
    return head.i


def overlooked(doc: Doc, named: list[Name]) -> Iterator[Name]:
    """Yield names that neither gazetteer nor pipeline found."""
    full = list(_full_names(doc, named))
    yield from full
    yield from _arguing(doc, [*named, *full])


def _full_names(doc: Doc, named: list[Name]) -> Iterator[Name]:
    """Yield first names with the capitalized word after them: "Theresa May", read as a month."""
    covered = {index for name in named for index in range(name.start, name.end)}
    for first, last in pairwise(doc):
        if first.i in covered or last.i in covered or first.pos_ != "PROPN" or not first.whitespace_:
            continue
        if (
            not first_names.gender(first.text)
            or not last.is_title
            or not last.is_alpha
            or last.pos_ in {"DET", "PRON"}
        ):
            continue
        if first.i + 2 < len(doc) and doc[first.i + 2].is_title and doc[first.i + 2].i not in covered:
            continue
        head = last.i if first.head == last or first.dep_ == "compound" else first.i
        text = doc[first.i : last.i + 1].text
        yield Name(first.i, last.i + 1, head, text, "Person", (), "overlooked")


def _arguing(doc: Doc, named: list[Name]) -> Iterator[Name]:
    """Yield proper nouns that act or are acted on and that neither gazetteer nor pipeline named.

    What they are is unknown: news names countries that no table has, and a pipeline misses new names.
    """
    covered = {index for name in named for index in range(name.start, name.end)}
    for token in doc:
        if (
            token.i in covered
            or token.pos_ != "PROPN"
            or token.dep_ not in _ARGUMENTS
            or not token.text[0].isupper()
        ):
            continue
        if (
            len(token.text) > _LONGEST_NAME // 2
            or not token.is_alpha
            or (token.is_upper and len(token) == 1)
            or token.ent_type_ in _NO_ACTORS
        ):
            continue
        if token.text in name_forms("suffixes") or (token.i > 0 and doc[token.i - 1].text == "<"):
            continue  # what is left of "GM Corp", or a ticker's letters
        start = token.i
        while (
            start > 0
            and start - 1 not in covered
            and doc[start - 1].dep_ == "compound"
            and doc[start - 1].head == token
            and doc[start - 1].text[0].isupper()
        ):
            start -= 1
        text = doc[start : token.i + 1].text
        after_the = start > 0 and doc[start - 1].lower_ == "the"
        yield Name(start, token.i + 1, token.i, text, "Organization", (), "overlooked", after_the=after_the)


def unnamed_capitals(doc: Doc, named: list[Name], common: frozenset[str]) -> Iterator[Token]:
    """Yield capitalized words that no name covers and that may be surnames the pipeline overlooked.

    `common` are the words that the article writes small: "Waters" may begin a sentence without being anybody.
    """
    covered = {index for name in named for index in range(name.start, name.end)}
    for token in doc:
        if token.i in covered or not token.text[0].isupper() or not token.is_alpha:
            continue
        # "May rejected it" is a name, "May he reject it" is not.
        acts = token.pos_ == "AUX" and token.i + 1 < len(doc) and doc[token.i + 1].tag_ in {"VBD", "VBZ"}
        if (
            token.pos_ == "PROPN"
            or acts
            or (token.pos_ in {"NOUN", "VERB", "ADJ"} and token.lower_ not in common)
        ):
            yield token
