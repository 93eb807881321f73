"""Articles in: text, HTML and JSON lines from files, folders and standard input.

What cannot be read becomes an error with the place and the remedy; the rest goes on.
"""

import gzip
import json
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import IO, Any, cast
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from graph.errors import ArticleError
from graph.ids import sha256
from graph.model import Article

TEXT, HTML, LINES = (".txt", ".text"), (".html", ".htm", ".xhtml"), (".jsonl", ".ndjson", ".json")
MAX_BYTES = 10_000_000  # of one article; the longest books have fewer
_TRACKING = re.compile(r"^(utm_.*|fbclid|gclid|mc_cid|mc_eid|igshid|ref|cmpid)$", re.IGNORECASE)
_FIELDS = {"id": "id", "title": "title", "text": "text", "published": "published", "date": "published",
           "publisher": "publisher", "source": "publisher", "url": "url"}  # fmt: skip
_SURROGATE = re.compile("[\ud800-\udfff]")


def read(inputs: Iterable[str]) -> Iterator[Article | ArticleError]:
    """Yield the articles of files and folders, `-` being standard input with JSON lines, in order of names."""
    for name in inputs:
        if name == "-":
            yield from _lines(sys.stdin.buffer, "standard input")
            continue
        path = Path(name)
        if path.is_dir():
            files = [each for each in sorted(path.rglob("*")) if each.is_file() and _format(each) is not None]
            if not files:
                yield ArticleError(
                    f"{name}: no articles in this folder; they end in {', '.join(TEXT + HTML + LINES)}"
                )
            for each in files:
                yield from _file(each)
        else:
            yield from _file(path)


def normalized_url(url: str) -> str:
    """Return a URL without fragment and tracking parameters, scheme and host in lower case (RFC 3986, 6.2.2)."""
    parts = urlsplit(url.strip())
    query = urlencode(
        [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(pair[0])]
    )
    path = parts.path.rstrip("/") if parts.path != "/" else ""
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), path, query, ""))


def iso_date(given: str) -> str:
    """Return an ISO date from an ISO date or time, or from YYYYMMDD.

    Raises:
        ValueError: it is none of them.

    """
    compact = given.strip()
    if re.fullmatch(r"\d{8}", compact):
        compact = f"{compact[:4]}-{compact[4:6]}-{compact[6:]}"
    match = re.match(r"\d{4}-\d\d-\d\d(?=$|[T ])", compact)
    if match is None:
        raise ValueError(given)
    return date.fromisoformat(match.group()).isoformat()


def article(fields: dict[str, Any], *, place: str) -> Article:
    """Return the article of a record with text and, as far as known, id, title, published, publisher, url.

    Raises:
        ArticleError: naming place, field and what is wrong with it.

    """
    known: dict[str, str] = {}
    for given, name in _FIELDS.items():
        value = fields.get(given)
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            if name == "text" or not isinstance(value, int):
                raise ArticleError(f"{place}: {given} must be text, not {type(value).__name__}")
            value = str(value)
        known.setdefault(name, value)
    text = known.get("text", "")
    if not text.strip():
        raise ArticleError(f"{place}: the article has no text; give it in the field text")
    if any(_SURROGATE.search(value) for value in known.values()):
        raise ArticleError(
            f"{place}: holds half a surrogate pair (\\ud800 to \\udfff); write the whole character"
        )
    if len(text) > MAX_BYTES:
        raise ArticleError(
            f"{place}: the text has {len(text):,} characters, more than {MAX_BYTES:,}; split it"
        )
    published = None
    if "published" in known:
        try:
            published = iso_date(known["published"])
        except ValueError:
            raise ArticleError(
                f"{place}: published {known['published']!r} is no date; write it as 2026-01-30 or 20260130"
            ) from None
    url = known.get("url")
    digest = sha256(text)
    try:
        normalized = normalized_url(url) if url else ""
    except ValueError as error:
        raise ArticleError(f"{place}: url {url!r} is no URL ({error})") from error
    identity = known.get("id") or normalized or f"sha256:{digest}"
    return Article(
        identity, url, known.get("title"), known.get("publisher"), published, None, text, digest, None
    )


def _format(path: Path) -> str | None:
    suffix = Path(path.stem).suffix.lower() if path.suffix.lower() == ".gz" else path.suffix.lower()
    for name, suffixes in (("text", TEXT), ("html", HTML), ("lines", LINES)):
        if suffix in suffixes:
            return name
    return None


def _file(path: Path) -> Iterator[Article | ArticleError]:
    kind = _format(path)
    try:
        with _opened(path) as stream:
            if kind == "lines":
                yield from _lines(stream, str(path))
                return
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        yield ArticleError(f"{path}: cannot be read ({error.strerror or error})")
        return
    except (EOFError, zlib.error) as error:
        yield ArticleError(f"{path}: the compressed file is damaged or cut off ({error})")
        return
    try:
        yield (
            _from_html(data, path)
            if kind == "html"
            else article({"text": decoded(data, str(path))}, place=str(path))
        )
    except ArticleError as error:
        yield error


def _opened(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path, "rb")) if path.suffix.lower() == ".gz" else path.open("rb")


def decoded(data: bytes, place: str) -> str:
    """Return the text of a file: UTF-8, or UTF-16 with a byte order mark.

    Raises:
        ArticleError: it is too large, binary, or in another encoding.

    """
    if len(data) > MAX_BYTES:
        raise ArticleError(f"{place}: larger than {MAX_BYTES:,} bytes; split it into articles")
    if not data.strip():
        raise ArticleError(f"{place}: the file is empty")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\x00" in data:
        raise ArticleError(f"{place}: is a binary file, not text")
    else:
        encoding = "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"{place}: not valid {encoding.removesuffix('-sig').upper()} at byte {error.start}; "
            "convert it, for example: iconv -f latin1 -t utf-8"
        ) from error


def _lines(stream: IO[bytes], name: str) -> Iterator[Article | ArticleError]:
    number = 0
    while line := stream.readline(MAX_BYTES * 2 + 1):
        number += 1
        place = f"{name}, line {number}"
        if len(line) > MAX_BYTES * 2:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)
            yield ArticleError(f"{place}: longer than {MAX_BYTES * 2:,} bytes; one article a line")
            continue
        if not line.strip():
            continue
        try:
            yield _from_line(line, place)
        except ArticleError as error:
            yield error
    if number == 0:
        yield ArticleError(f"{name}: the file is empty")


def _from_line(line: bytes, place: str) -> Article:
    try:
        record = json.loads(decoded(line, place))
    except RecursionError:
        raise ArticleError(f"{place}: JSON nested too deep") from None
    except ValueError as error:
        raise ArticleError(f"{place}: not JSON ({error}); one object a line") from error
    if not isinstance(record, dict):
        raise ArticleError(f"{place}: a JSON object is expected, not {type(record).__name__}")
    return article(record, place=place)


def _from_html(data: bytes, path: Path) -> Article:
    if not data.strip():
        raise ArticleError(f"{path}: the file is empty")
    import trafilatura

    document = trafilatura.bare_extraction(data, with_metadata=True, include_comments=False)
    if document is None or isinstance(document, dict) or not (document.text or "").strip():
        raise ArticleError(f"{path}: no article text found in this HTML")
    published = document.date if re.fullmatch(r"\d{4}-\d\d-\d\d", document.date or "") else None
    return article(
        {
            "text": document.text,
            "title": document.title,
            "url": document.url,
            "publisher": document.sitename,
            "published": published,
        },
        place=str(path),
    )
