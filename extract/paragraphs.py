"""The parts of an article's text that are prose: paragraphs with their offsets, boilerplate left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# One code point for one code point, so that offsets into the paragraph are offsets into the article.
_SPACES = {
    ord(space): " "
    for space in "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f\ufeff\u200b\u200e\u200f"
}
_LETTERS = {ord(odd): plain for odd, plain in (("\u00ad", "-"), ("\u2010", "-"), ("\u2011", "-"))}
_LINE = re.compile(r"[^\n\r\u2028\u2029\u0085]+")
_BOILERPLATE = re.compile(
    r"^\W*(?:share this|follow us|click here|read more|read also|see also|related (?:article|stor|link)|sign up"
    r"|subscribe|advertis|all rights reserved|copyright|©|\(c\) |photo(?:s|graph)? by|(?:image|photo) (?:credit|source)"
    r"|getty images|sources?\b\s*:?\s*$|external links?|sister links?|have an opinion"
    r"|(?:https?://|www\.)\S+\s*$|comments?\s*$|print this|e-?mail this|newsletter)"
    r"|can also be accessed at|terms of (?:use|service)|privacy policy|javascript|cookies?\b.{0,40}\bbrowser",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"^\W*(?:file (?:photo|picture|image|footage)|(?:photo|picture|image|caption|screengrab|video)\s*(?:shows?\b|:)"
    r"|this (?:file )?(?:photo|picture|image|handout)\b|.{0,120}\((?:file photo|photo|photo by|ap photo|reuters|afp)\b[^)]*\)\s*$)",
    re.IGNORECASE,
)
# Such as: LONDON, March 3 (Reuters) - or WASHINGTON (AP) — or Berlin, 2 May —
_CITY = r"[A-Z][\w.'’-]+(?:[ ,/]{1,2}[A-Z][\w.'’-]*){0,5}"
_DAY = r",?\s+(?:\w{3,9}\.? \d{1,2}|\d{1,2} \w{3,9}\.?)(?:,? \d{4})?"
# ALGIERS, Algeria - or THE HAGUE, Netherlands --
_SHOUTED = r"[A-Z]{3,}[A-Z .'’/-]{0,40}(?:, ?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})?"
_AGENCY = r"\s*\([A-Z][\w .]{1,24}\)"
_DATELINE = re.compile(
    rf"^\s*(?:(?:{_CITY}(?:{_DAY})?{_AGENCY}|{_CITY}{_DAY})\s*(?:--|[–—:-])|{_SHOUTED}\s*(?:--|[–—-])|{_CITY}\s*--)\s+(?=[“\"A-Z0-9])"
)
_HEADLINE, _FRAGMENT = 30, 4  # words that a line without a full stop may have
_MAX_PIECE = 6_000  # code points; the parser's memory grows with the longest text it is given


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of the article's text; `text` has the length of `article[start:start + len(text)]`.

    `kind` is prose, caption or headline; captions and headlines give names but no claims.
    """

    start: int
    text: str
    kind: str


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of an article in order, without boilerplate and datelines."""
    lines = [match for match in _LINE.finditer(text) if match.group().strip()]
    several = len(lines) > 1
    for number, match in enumerate(lines):
        raw = match.group()
        if _BOILERPLATE.search(raw[:400]):
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        plain = raw.strip().translate(_SPACES).translate(_LETTERS)
        kind = _kind(plain, first=number == 0 and several)
        dateline = _DATELINE.match(plain)
        if dateline and kind == "prose":
            start, plain = start + dateline.end(), plain[dateline.end() :]
        yield from _pieces(start, plain, kind)


def _kind(line: str, *, first: bool) -> str:
    if _CAPTION.match(line):
        return "caption"
    closed = line.rstrip("\"'”’)] ").endswith((".", "!", "?", "…", ":", ";", ","))
    words = line.split()
    if not closed and ((first and len(words) <= _HEADLINE) or len(words) <= _FRAGMENT):
        return "headline"
    return "prose"


def _pieces(start: int, text: str, kind: str) -> Iterator[Paragraph]:
    while len(text) > _MAX_PIECE:
        cut = text.rfind(". ", _MAX_PIECE // 2, _MAX_PIECE) + 1 or text.rfind(" ", 0, _MAX_PIECE)
        cut = cut if cut > 0 else _MAX_PIECE
        yield Paragraph(start, text[:cut], kind)
        start, text = start + cut, text[cut:]
    if text.strip():
        yield Paragraph(start, text, kind)
