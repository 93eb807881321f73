"""An article while it is read: its parsed paragraphs, the names in them, its cast."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span, Token

from extract import kinds, mentions, places, teams
from extract.cast import Cast
from extract.gazetteer import Gazetteer
from extract.lexicon import Lexicon
from extract.mentions import Name
from extract.paragraphs import Paragraph
from extract.unmeant import unmeant
from graph.model import Article

_SPORT = 4  # words of an article that make it one about sport


@dataclass(frozen=True, slots=True)
class Page:
    """One parsed paragraph; `by_token` gives the name that covers a token."""

    number: int
    start: int
    kind: str
    doc: Doc
    names: tuple[Name, ...]
    by_token: Mapping[int, Name]

    def offset(self, token: Token) -> int:
        """Return where a token begins in the article's text."""
        return self.start + token.idx

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets in the article's text of the tokens from `first` to before `last`."""
        tail = self.doc[last - 1]
        return self.start + self.doc[first].idx, self.start + tail.idx + len(tail.text)


@dataclass(slots=True)
class Reading:
    """An article's pages in order and who appears in it."""

    article: Article
    pages: list[Page]
    cast: Cast
    gazetteer: Gazetteer
    lexicon: Lexicon
    resolved: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)
    sport: bool = False  # what it tells of is played
    steps: dict[str, tuple[str, ...]] = field(default_factory=dict)  # claim id → what decided its status

    def text(self, start: int, end: int) -> str:
        """Return a stretch of the article's text as given."""
        return self.article.text[start:end]

    def sentences(self) -> Iterator[tuple[Page, Span]]:
        """Yield the sentences of the prose paragraphs in order."""
        for page in self.pages:
            if page.kind == "prose":
                for sentence in page.doc.sents:
                    yield page, sentence

    def actor_of(self, page: Page, name: Name) -> tuple[str, str] | None:
        """Return the actor of a name and the rule that resolved it."""
        return self.resolved.get((page.number, name.start))


def read(
    article: Article, parsed: list[tuple[Paragraph, Doc]], gazetteer: Gazetteer, lexicon: Lexicon
) -> Reading:
    """Return the article with its names found and resolved, the full names of the whole article first."""
    cast = Cast(article.id, gazetteer)
    cast.senses.unmeant = unmeant(article.text, gazetteer)
    docs = [doc for _, doc in parsed]
    sport = sum(teams.sports_words(doc) for doc in docs) >= _SPORT
    found = kinds.settle(
        docs, [_named(*each, gazetteer, lexicon, sport=sport) for each in parsed], gazetteer, lexicon
    )
    for named in found:
        for name in named:
            cast.learn(name)
    playing = frozenset(name.text for named in found for name in named if name.team and sport)
    found = [[cast.senses.settled(name, playing) for name in named] for named in found]
    common = frozenset(token.text for doc in docs for token in doc if token.is_lower)
    pages: list[Page] = []
    for number, ((paragraph, doc), named) in enumerate(zip(parsed, found, strict=True)):
        surnames = [
            Name(token.i, token.i + 1, token.i, token.text, "Person", (), "surname")
            for token in mentions.unnamed_capitals(doc, named, common)
            if cast.is_surname(token.text)
        ]
        everything = tuple(sorted([*named, *surnames], key=lambda name: name.start))
        by_token = {index: name for name in everything for index in range(name.start, name.end)}
        pages.append(Page(number, paragraph.start, paragraph.kind, doc, everything, by_token))
    reading = Reading(article, pages, cast, gazetteer, lexicon, sport=sport)
    for page in pages:
        for name in page.names:
            if (actor := cast.resolve(name)) is not None:
                reading.resolved[page.number, name.start] = actor
    return reading


def _is_title(text: str, gazetteer: Gazetteer) -> bool:
    """Tell whether words call or address somebody by office: "Vice President", "Mr. President"."""
    first, _, rest = text.partition(" ")
    return gazetteer.is_title(text) or (first in gazetteer.genders and gazetteer.is_title(rest))


def only_describes(page: Page, name: Name) -> bool:
    """Tell whether a group's name says of what kind another is: "Arab states", "John Cornyn, Republican from Texas"."""
    head = page.doc[name.head]
    if name.kind != "Group" or name.known:
        return False
    if head.dep_ in {"amod", "compound", "nmod"}:
        return head.head.i >= name.end and head.head.pos_ in {"NOUN", "PROPN"}
    above = page.by_token.get(head.head.i)
    return head.dep_ == "appos" and above is not None and above.kind == "Person"


def _named(
    paragraph: Paragraph, doc: Doc, gazetteer: Gazetteer, lexicon: Lexicon, *, sport: bool
) -> list[Name]:
    """Return the names of a paragraph, those included that the pipeline overlooked in prose."""
    named = [
        replace(
            name,
            locates=places.locates(doc, name, gazetteer, lexicon),
            team=teams.is_team(doc, name, sport=sport),
        )
        for name in mentions.names(doc, gazetteer)
    ]
    unknown = [
        name
        for name in mentions.overlooked(doc, named)
        if paragraph.kind == "prose"
        and not _is_title(name.text, gazetteer)
        and name.text not in gazetteer.regions
    ]
    return sorted([*named, *unknown], key=lambda name: name.start)
