"""Whom and what an article names in passing: names inside names, and places that act for nobody.

They are mentions of the article, and no parties of what it says: "the Andy Warhol Foundation gave" is about the
foundation, and names Warhol.
"""

from collections.abc import Generator, Iterator

from extract.gazetteer import CAPITAL, NAME, REGION, name_forms
from extract.mentions import SETTING, Name
from extract.reading import Page, Reading
from graph.model import Mention

_LONGEST_INSIDE = 4  # words of a person's name inside another


def asides(reading: Reading) -> Iterator[Mention]:
    """Yield the mentions of an article that no party of a claim can be."""
    for page in reading.pages:
        for name in page.names:
            resolved = reading.actor_of(page, name)
            if resolved is None and (setting := _setting(reading, name)) is not None:
                yield Mention(setting, *page.span(name.start, name.end), "setting")
            if name.end - name.start > 1 and not (name.known and name.kind in {"Country", "Place"}):
                yield from _inside(reading, page, name, resolved[0] if resolved else "")


def _setting(reading: Reading, name: Name) -> str | None:
    if name.known:
        known = name.known[0]
        return reading.cast.add_known(known, name.text, "setting").id if known.form == REGION else None
    words = name.text.split()
    if name.kind == SETTING or (len(words) > 1 and words[-1] in name_forms("settings")):
        return reading.cast.add("Place", name.text, "setting").id
    return None


def _inside(reading: Reading, page: Page, name: Name, whole: str) -> Iterator[Mention]:
    """Yield the countries, places and persons that a longer name names: "University of Texas"."""
    index = name.start
    while index < name.end:
        found = reading.gazetteer.at(page.doc, index)
        if found is not None and found[0].end <= name.end and len(found[0]) < name.end - name.start:
            span, known = found[0], reading.cast.sense(found[1])
            if known is not None and known.kind in {"Country", "Place"} and known.form in {NAME, CAPITAL}:
                actor = reading.cast.add_known(known.city or known, span.text, "inside-name").id
                if actor != whole and span.text[0].isupper():
                    yield Mention(actor, *page.span(span.start, span.end), "inside-name")
                index = span.end
                continue
        index = yield from _person(reading, page, name, index, whole)


def _person(
    reading: Reading, page: Page, name: Name, index: int, whole: str
) -> Generator[Mention, None, int]:
    """Yield the person of the article whose name begins at a token, and return where to go on."""
    for end in range(min(index + _LONGEST_INSIDE, name.end), index, -1):
        if end - index == name.end - name.start:
            continue
        actor = reading.cast.named_person(page.doc[index:end].text)
        if actor is not None and actor != whole:
            yield Mention(actor, *page.span(index, end), "inside-name")
            return end
    return index + 1
