"""What no graph can hold is refused with a message that says so, and leaves no trace."""

from dataclasses import replace
from pathlib import Path

import pytest

from graph import feeding, jsonl
from graph.errors import ArticleError, LineError
from graph.ids import SAFE, key
from graph.loading import load_extraction
from graph.model import Actor, Article, Claim, Extraction, Quotation
from graph.store import Store
from tests.graph.building import ARNOR, FARAMIR, GONDOR, MORDOR, actor, article, claim, extraction, statement

LINE = statement("a", ARNOR, "ATTACKED", MORDOR)
ONLY = LINE.claims[0]
TEXT = LINE.article.text


def of_claim(**changes: object) -> Extraction:
    changed: Claim = replace(ONLY, **changes)  # type: ignore[arg-type]
    return replace(LINE, claims=(changed,))


def of_article(**changes: object) -> Extraction:
    changed: Article = replace(LINE.article, **changes)  # type: ignore[arg-type]
    return replace(LINE, article=changed)


def with_actor(other: Actor) -> Extraction:
    return replace(LINE, actors=(*LINE.actors, other))


FAULTS = {
    "id is empty": of_article(id=""),
    "sha256 is not that": of_article(sha256="0"),
    "'xxx": of_article(id="x" * 3001),
    "'ééé": with_actor(actor("é" * 1501, id="Q7")),
    "'yesterday' is no day": of_article(published="yesterday"),
    "'2026-02-30' is no day": of_article(published="2026-02-30"),
    "two actors": with_actor(ARNOR),
    "two claims": replace(LINE, claims=(ONLY, ONLY)),
    "two quotations": replace(LINE, quotations=(Quotation("q", None, None, None, "A", 0, 1, direct=True),) * 2),
    "has no '~'": with_actor(actor("X", id="a~b")),
    "unknown kind 'Dragon'": with_actor(actor("Smaug", "Dragon")),
    "confidence 2 is": with_actor(replace(GONDOR, resolution=replace(GONDOR.resolution, confidence=2))),
    "unknown relation 'ATE'": of_claim(relation="ATE"),
    "unknown status 'maybe'": of_claim(status="maybe"),
    "date 'soon' is no day": of_claim(date="soon"),
    "unknown actor 'Q9'": of_claim(target="Q9"),
    "unknown claim 'c9'": of_claim(denies="c9"),
    "no quote": of_claim(quote=None),
    "confidence nan": of_claim(confidence=float("nan")),
    "is no count": of_claim(stated_count=2**63),
    "do not cut its quote": of_claim(start=1),
    "a mention names the unknown": replace(LINE, mentions=(replace(LINE.mentions[0], actor="Q9"),)),
    "are not in the text": replace(LINE, mentions=(replace(LINE.mentions[0], end=9999),)),
    "quotation 'q': unknown actor": replace(
        LINE, quotations=(Quotation("q", "Q9", None, None, "A", 0, 1, direct=True),)
    ),
    "do not cut its text": replace(
        LINE, quotations=(Quotation("q", None, None, None, "B", 0, 1, direct=True),)
    ),
}  # fmt: skip


@pytest.mark.parametrize("message", FAULTS)
def test_a_line_that_contradicts_itself_is_refused(message: str) -> None:
    found = list(jsonl.faults(FAULTS[message]))
    assert len(found) == 1
    assert message in found[0]


def test_a_sound_line_has_no_fault_and_comes_back() -> None:
    assert list(jsonl.faults(LINE)) == []
    assert jsonl.from_line(jsonl.to_line(LINE), place="here") == LINE


def test_a_key_is_safe_in_a_path_and_of_one_id() -> None:
    ids = ["Q30", ".", "..", "a/b", "~YQ", "a b", "kind:é", "...", ""]
    keys = [key(each) for each in ids]
    assert len(set(keys)) == len(ids)
    assert not {".", ".."} & set(keys)
    assert all(SAFE.fullmatch(each) for each in keys)


@pytest.mark.parametrize(
    "line", ["", "{", "[]", '"x"', '{"article": 1}', '{"article": "\\ud800"}', "\ufeff{}"]
)
def test_what_is_no_line_names_its_place(line: str) -> None:
    with pytest.raises(LineError, match=r"f\.jsonl, line 3: "):
        jsonl.from_line(line, place="f.jsonl, line 3")


@pytest.mark.neo4j
def test_half_a_character_is_refused(store: Store) -> None:
    text = "Arnor \ud800 attacked Mordor."
    line = extraction(article("a", text), (ARNOR, MORDOR), (claim(text, ARNOR, "ATTACKED", MORDOR),))
    with pytest.raises(ArticleError, match="'a': holds half a character"):
        load_extraction(store, line)
    assert store.read("load/article_count") == [{"article_count": 0}]


@pytest.mark.neo4j
def test_what_the_store_refuses_is_told_of_the_article(store: Store) -> None:
    load_extraction(store, LINE)
    stolen = replace(statement("b", GONDOR, "ATTACKED", MORDOR), claims=(ONLY,), actors=LINE.actors)
    text = replace(stolen, article=replace(LINE.article, id="b"), mentions=())
    with pytest.raises(ArticleError, match=r"article 'b' cannot be stored: .*already exists"):
        load_extraction(store, text)
    assert store.read("load/article_count") == [{"article_count": 1}]


@pytest.mark.neo4j
def test_a_bad_line_is_told_and_the_rest_is_loaded(
    store: Store, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "lines.jsonl"
    good = [statement(each, GONDOR, "ATTACKED", MORDOR, speakers=[FARAMIR]) for each in "xyz"]
    lines = [jsonl.to_line(each) for each in good]
    file.write_text("\n".join([lines[0], "nonsense", "", lines[1], lines[2]]), encoding="utf-8")
    summary = feeding.feed(store, feeding.read_files([str(file), str(tmp_path / "absent.jsonl")]))
    assert summary.row() == {"new": 3, "replaced": 0, "unchanged": 0, "rejected": 2, "claims": 3, "quotations": 0}  # fmt: skip
    assert summary.exit_code == 3
    told = capfd.readouterr().err
    assert "lines.jsonl, line 2" in told
    assert "absent.jsonl: cannot be read" in told


@pytest.mark.neo4j
@pytest.mark.slow
def test_a_line_of_fifty_megabytes_comes_back(store: Store) -> None:
    sentence = "Arnor attacked Mordor. "
    text = sentence * (50_000_000 // len(sentence))
    made = claim(text, ARNOR, "ATTACKED", MORDOR, quote=text[:22], start=0, end=22)
    line = extraction(article("a", text), (ARNOR, MORDOR), (made,))
    assert load_extraction(store, line).state == "new"
    assert load_extraction(store, line).state == "unchanged"
    rows, _ = store.ask("MATCH (a:Article) RETURN size(a.text) AS size", {}, limit=1)
    assert rows == [{"size": len(text)}]
