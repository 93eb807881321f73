"""Where a name begins and ends: without titles and possessives, with the parts that a pipeline cut off."""

from spacy.tokens import Doc, Span

from extract import first_names
from extract.gazetteer import Gazetteer, name_forms

SIDES = frozenset({"pro", "anti", "non"})
_SYLLABLE = 6  # letters of "-keung"
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_JOINING = frozenset({"of", "for", "at"})
LINKS = frozenset(
    {
        "of",
        "de",
        "van",
        "von",
        "bin",
        "al",
        "al-",
        "el",
        "da",
        "del",
        "der",
        "ibn",
        "-",
        "the",
        "and",
        "for",
        "&",
    }
)


def trimmed(span: Span, gazetteer: Gazetteer) -> Span | None:
    """Cut titles, determiners, possessives and punctuation off an entity: "US Ambassador Pete Hoekstra's"."""
    start, end = span.start, span.end
    doc = span.doc
    while start < end and (
        doc[end - 1].text in _POSSESSIVE | {">"} or doc[end - 1].is_punct or doc[end - 1].is_space
    ):
        end -= 1
    for index in range(start + 1, end):
        if doc[index].text == "(" and ")" not in doc[index:end].text:
            end = index  # "Umma (Nation"
            break
    while start < end and (
        doc[start].pos_ == "DET"
        or doc[start].lower_ == "the"
        or (doc[start].is_punct and doc[start].text != ".")
        or doc[start].is_space
        or doc[start].text == "<"
        or (doc[start].text in gazetteer.genders and end - start > 1)
    ):
        start += 1
    if (
        end - start > len(("pro", "-", "Beijing"))
        and doc[start].lower_ in SIDES
        and doc[start + 1].text == "-"
    ):
        start += 3
    end = _before_break(doc, start, end, gazetteer)
    while start < end - 1 and doc[start].is_lower and doc[start].is_alpha and doc[start].lower_ not in LINKS:
        start += 1  # "live television Erdogan", "united Germany"
    if span.label_ == "PERSON":
        while (
            start < end - 1 and doc[end - 1].is_lower and doc[end - 1].is_alpha and doc[end - 2].text != "-"
        ):
            end -= 1  # "Trump Jr later"
        start = _after_titles(doc, start, end, gazetteer)
    text = doc[start:end].text
    if start >= end or not any(character.isalpha() for character in text) or not _capital(doc, start, end):
        return None
    return doc[start:end]


def is_known_behind(span: Span, gazetteer: Gazetteer) -> bool:
    """Tell whether a name is "City of" or the like and a place that the gazetteer has."""
    if len(span) < len(("State", "of", "Colorado")) or span[1].lower_ != "of":
        return False
    found = gazetteer.at(span.doc, span.start + 2)
    return (
        span[0].lower_
        in (name_forms("settlements") - {"city"}) | {"republic", "kingdom", "commonwealth", "government"}
        and found is not None
        and found[0].end == span.end
        and found[1][0].kind in {"Country", "Place"}
    )


def _before_break(doc: Doc, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Return where a name ends that a pipeline ran together with the next: "Rathbun the Scientology"."""
    for index in range(start + 1, end - 1):
        before = doc[index - 1]
        if doc[index].lower_ == "of" and index == end - 2 and doc[end - 1].is_lower:
            return index  # "accused the Board of delays"
        if doc[index].text == "the" and before.text[0].isupper() and not before.is_upper:
            return index
        if doc[index].text in {"to", "from"} and gazetteer.at(doc, index + 1) is not None:
            return index
        if doc[index].is_lower and doc[index].tag_ in _FINITE and before.text[0].isupper():
            return index  # "Federer beat Bernard Tomic"
    return end


def whole(span: Span, gazetteer: Gazetteer) -> Span:
    """Return a name with what a pipeline cut off: a first name before it, "-tai" of "Cheng Chung-tai"."""
    doc, start, end = span.doc, span.start, span.end
    before = doc[start - 1] if start else None
    if (
        before is not None
        and end - start == 1
        and before.pos_ == "PROPN"
        and first_names.known(before.text)
        and before.text not in gazetteer.genders
        and before.lower_ not in gazetteer.titles
        and doc[start].dep_ != "appos"
        and (
            (not before.ent_type_ and before.text not in gazetteer.forms)
            # "Paris Hilton", read as a city and a person
            or (span.label_ == "PERSON" and before.dep_ == "compound" and before.head == doc[start])
        )
    ):
        start -= 1
    if (
        end - start > 1
        and end + 1 < len(doc)
        and doc[end].text == "-"
        and not doc[end].whitespace_
        and not doc[end - 1].whitespace_
        and doc[end + 1].is_lower
        and doc[end + 1].is_alpha
        and len(doc[end + 1]) <= _SYLLABLE
        and doc[end + 1].lower_ not in name_forms("hyphenated")
    ):
        end += 2
    return doc[start:end]


def with_place(span: Span, gazetteer: Gazetteer) -> Span:
    """Return a body's name with what says of where or for what it is: "Foundation for the Visual Arts".

    Ministries, courts and companies are left: "the Defense Ministry of Russia" is Russia's, and "Fiat of Italy" Fiat.
    """
    doc, end = span.doc, span.end
    last = span[-1].text
    if (
        end + 1 >= len(doc)
        or last not in name_forms("joining")
        or doc[end].lower_ not in _JOINING
        or (doc[end].lower_ == "at" and "University" not in span.text)
    ):
        return span
    start = end + 1 + (doc[end + 1].lower_ == "the")
    found = gazetteer.at(doc, start)
    if found is not None:
        own = found[1][0].kind == "Place" or (found[1][0].kind == "Country" and "University" not in span.text)
        return doc[span.start : found[0].end] if own else span
    if doc[end].lower_ == "of":
        return span
    while start < len(doc) and doc[start].text[0].isupper() and doc[start].pos_ in {"PROPN", "ADJ", "NOUN"}:
        start += 1
        end = start
    return doc[span.start : end] if end > span.end else span


def with_letters(span: Span) -> int:
    """Return where a person's name ends with what follows it: "Jr.", ", QC"."""
    doc, end = span.doc, span.end
    comma = end + 1 < len(doc) and doc[end].text == ","
    after = doc[end + comma].text if end + comma < len(doc) else ""
    if after.rstrip(".") in {"Jr", "Sr"} or (comma and after in name_forms("letters")):
        return end + comma + 1
    return end


def _after_titles(doc: Doc, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Return where the name begins after "US President", "Treasury Secretary" and the like."""
    last_title = max(
        (index for index in range(start, end - 1) if doc[index].lower_.rstrip(".") in gazetteer.titles
         or doc[index].text in gazetteer.genders),
        default=None,
    )  # fmt: skip
    return start if last_title is None else last_title + 1


def _capital(doc: Doc, start: int, end: int) -> bool:
    return any(doc[index].text[0].isupper() for index in range(start, end) if doc[index].text)
