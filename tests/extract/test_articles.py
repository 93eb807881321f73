"""Reading articles: every format, and every way in which a file can be bad."""

import gzip
import json
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import articles
from graph.errors import ArticleError
from graph.ids import sha256
from graph.model import Article


def good(path: Path | str) -> list[Article]:
    found = list(articles.read([str(path)]))
    assert all(isinstance(one, Article) for one in found), found
    return [one for one in found if isinstance(one, Article)]


def bad(path: Path | str) -> str:
    found = list(articles.read([str(path)]))
    assert len(found) == 1
    assert isinstance(found[0], ArticleError)
    return str(found[0])


def test_text_is_kept_as_given(tmp_path: Path) -> None:
    text = "One\u00a0line.\r\n\n  Two “lines”.\n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    (article,) = good(path)
    assert (article.text, article.id) == (text, f"sha256:{sha256(text)}")


def test_json_lines_with_the_names_of_others(tmp_path: Path) -> None:
    rows = [
        {"id": "1", "title": "T", "text": "x", "published": "2026-01-30", "publisher": "P", "url": ""},
        {
            "text": "y",
            "date": "20260130",
            "source": "Q",
            "url": "HTTPS://Example.org/A/?utm_source=x&b=1#part",
        },
    ]
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(json.dumps(row) for row in rows).encode()))
    one, two = good(path)
    assert (one.id, one.title, one.published, one.publisher, one.url) == ("1", "T", "2026-01-30", "P", None)
    assert (two.id, two.published, two.publisher) == ("https://example.org/A?b=1", "2026-01-30", "Q")


def test_html_gives_text_and_title(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    words = "Arnor attacked Mordor on Monday, the king said in a long statement to the council. " * 5
    path.write_text(
        f"<html><head><title>War</title></head><body><nav>Menu</nav><article><h1>War</h1><p>{words}</p></article></body></html>"
    )
    (article,) = good(path)
    assert "Arnor attacked Mordor" in article.text
    assert "Menu" not in article.text


def test_a_folder_is_read_in_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "b.txt").write_text("b")
    (tmp_path / "deep" / "a.txt").write_text("a")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert [one.text for one in good(tmp_path)] == ["b", "a"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b" \n\t ", "the file is empty"),
        ("a.txt", b"\x7fELF\x00\x01", "binary file"),
        ("a.txt", "Caf\xe9".encode("latin-1"), "not valid UTF-8 at byte 3"),
        ("a.txt", "\u00a0".encode(), "no text"),
        ("a.jsonl", b"", "the file is empty"),
        ("a.jsonl", b"{", "line 1: not JSON"),
        ("a.jsonl", b"[1]", "line 1: a JSON object is expected"),
        ("a.jsonl", b'{"title": "x"}', "line 1: the article has no text"),
        ("a.jsonl", b'{"text": 5}', "text must be text"),
        ("a.jsonl", b'{"text": "x", "published": "soon"}', "published 'soon' is no date"),
        ("a.jsonl", b'{"text": "x", "published": "2026-02-30"}', "is no date"),
        ("a.jsonl", b'{"text": "\\ud800"}', "surrogate"),
        ("a.jsonl", b"[" * 100_000, "line 1: JSON nested too deep"),
        ("a.jsonl.gz", b"plain", "Not a gzipped file"),
        ("a.jsonl.gz", gzip.compress(b'{"text": "x"}' * 99)[:-9], "damaged or cut off"),
        ("a.html", b"<html></html>", "no article text"),
    ],
)
def test_bad_files_say_what_and_where(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    said = bad(path)
    assert message in said
    assert str(path) in said


def test_a_line_of_50_mb_is_refused_and_the_next_one_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * 50_000_000 + b'"}\n{"text": "after"}\n')
    first, second = articles.read([str(path)])
    assert isinstance(first, ArticleError)
    assert "line 1: longer than" in str(first)
    assert isinstance(second, Article)
    assert second.text == "after"


def test_unreadable_paths_are_said(tmp_path: Path) -> None:
    assert "No such file" in bad(tmp_path / "absent.txt")
    assert "no articles in this folder" in bad(tmp_path)


def test_a_file_without_permission_is_said(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    try:
        path.read_text()
    except PermissionError:
        assert "Permission denied" in bad(path)
    else:  # whoever runs this may read everything
        assert stat.S_IMODE(path.stat().st_mode) == 0


@settings(deadline=None)  # how busy the machine is says nothing of the program
@given(
    st.dictionaries(
        st.sampled_from(["id", "title", "text", "published", "url", "date"]),
        st.text() | st.integers() | st.none(),
    )
)
def test_any_record_is_an_article_or_an_article_error(record: dict[str, object]) -> None:
    try:
        made = articles.article(record, place="here")
    except ArticleError as error:
        assert str(error).startswith("here")  # noqa: PT017 - either outcome is right
    else:
        assert made.text == record["text"]
        assert made.id


@pytest.mark.parametrize(
    ("given", "expected"), [("2026-01-30T10:00:00Z", "2026-01-30"), ("20260130", "2026-01-30")]
)
def test_dates_of_many_shapes(given: str, expected: str) -> None:
    assert articles.iso_date(given) == expected
