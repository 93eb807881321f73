"""What rows of ICEWS, GDELT and POLECAT say."""

from graph.coded.codes import Coding, of_cameo, of_icews, of_plover
from graph.coded.formats import gdelt, icews, polecat
from graph.coded.rows import BadRow, CodedRow, Doerless, Heading, Party


def test_icews_in_four_columns() -> None:
    (row,) = icews.read(iter([["Arnor", "Make a visit", "Gondor", "2026-01-30"]]))
    assert row == CodedRow(
        None,
        Party("Arnor"),
        Party("Gondor"),
        Coding("VISITED", "asserted", "visit", "CONSULT", "042"),
        "2026-01-30",
    )


def test_icews_as_it_is_published() -> None:
    header = list(icews.COLUMNS)
    values = [
        "1",
        "2026-01-30",
        "Police (India)",
        "Police,Government",
        "India",
        "Make statement",
        "10",
        "0",
        "",
        "",
        "",
    ]
    row = [*values, "5", "1", "Courier", "Delhi", "", "", "India", "1.0", "2.0"]
    for rows in ([header, row], [row]):
        (*heading, found) = icews.read(iter(rows))
        assert heading == ([Heading()] if len(rows) == 2 else [])
        assert found == CodedRow(
            "1", Party("Police (India)", "India", "Police"), None, Coding("OTHER", "asserted", None, None, "010"),
            "2026-01-30", "India",
        )  # fmt: skip


def test_bad_rows_of_icews_say_what_is_wrong() -> None:
    rows = [
        ["Arnor", "Make a visit", "Gondor"],
        ["Arnor", "Make a cake", "Gondor", "2026-01-30"],
        ["Arnor", "Make a visit", "Gondor", "30.1.2026"],
        ["", "Make a visit", "Gondor", "2026-01-30"],
        ["Event ID", "Event Date"],
    ]
    found = list(icews.read(iter(rows)))
    assert found == [
        BadRow("has 3 columns, not 4 or 20"),
        BadRow("'Make a cake' is no event of ICEWS, nor '' a CAMEO code"),
        BadRow("'30.1.2026' is no day; write it as 2026-01-30"),
        Doerless(),
        BadRow("the header lacks CAMEO Code, Source Name, Target Name"),
    ]


def gdelt_row(**fields: str) -> list[str]:
    at = {
        "id": 0, "day": 1, "code1": 5, "name1": 6, "country1": 7, "group1": 8, "type1": 12, "code2": 15, "name2": 16,
        "country2": 17, "group2": 18, "type2": 22, "event": 26, "place": 52,
    }  # fmt: skip
    row = [""] * 61
    for name, value in fields.items():
        row[at[name]] = value
    return row


def test_gdelt() -> None:
    row = gdelt_row(
        id="7", day="20260130", code1="USA", name1="UNITED STATES", country1="USA", code2="INDCOP", name2="POLICE",
        country2="IND", type2="COP", event="0251", place="Delhi, Delhi, India",
    )  # fmt: skip
    (found,) = gdelt.read(iter([row]))
    assert found == CodedRow(
        "7", Party("United States", "USA"), Party("Police", "IND", "COP", role=True),
        Coding("REQUESTED", "asserted", "yield", "REQUEST", "0251"), "2026-01-30", "India",
    )  # fmt: skip


def test_bad_rows_of_gdelt_say_what_is_wrong() -> None:
    rows = [
        ["1"],
        gdelt_row(day="2026", code1="USA", event="010"),
        gdelt_row(day="20260130", code1="USA", event="---"),
        gdelt_row(day="20260130", event="010"),
    ]
    assert list(gdelt.read(iter(rows))) == [
        BadRow("has 1 columns, not 61"),
        BadRow("'2026' is no day; it is written as 20260130"),
        BadRow("'---' is no CAMEO code"),
        Doerless(),
    ]


HEADER = ["#!Event ID", "Event Date", "Event Type", "Event Mode", "Actor Name", "Actor Country", "Primary Actor Sector", "Wikipedia Actor ID", "Recipient Name", "Country"]  # fmt: skip


def test_polecat() -> None:
    rows = [
        HEADER,
        ["E1", "2026-01-30", "RETREAT", "release", "Arnor", "USA", "GOV", "x", "None", "India"],
        ["E2", "2026-01-30", "DANCE", "", "Arnor", "", "", "", "Gondor", ""],
        ["E3", "2026-01-30", "ASSAULT", "", "", "", "", "", "Gondor", ""],
        ["E4", "", "ASSAULT", "", "Arnor", "", "", "", "Gondor", ""],
        ["E5", "2026-01-30", "", "", "Arnor", "", "", "", "Gondor", ""],
        ["E6"],
    ]
    assert list(polecat.read(iter(rows))) == [
        Heading(),
        CodedRow(
            "E1", Party("Arnor", "USA", "GOV", "x"), None, Coding("RELEASED", "asserted", "release", "RETREAT", None),
            "2026-01-30", "India",
        ),
        CodedRow("E2", Party("Arnor"), Party("Gondor"), Coding("OTHER", "asserted", None, "DANCE", None), "2026-01-30"),
        Doerless(),
        BadRow("'' is no day; write it as 2026-01-30"),
        BadRow("has no event type"),
        BadRow("has 1 columns, not 10 as the header"),
    ]  # fmt: skip
    assert list(polecat.read(iter([["a", "b"]]))) == [
        BadRow(
            "is no header of POLECAT: it lacks Event ID, Event Date, Event Type, Actor Name, Recipient Name"
        )
    ]


def test_the_longest_prefix_of_a_code_counts() -> None:
    assert of_cameo("1712") == Coding("ATTACKED", "asserted", "destroy", "ASSAULT", "1712")
    assert of_cameo("1711") == Coding("COERCED", "asserted", "seize", "COERCE", "1711")
    assert of_cameo("1999") == Coding("ATTACKED", "asserted", None, "ASSAULT", "1999")
    assert of_cameo("99") == Coding("OTHER", "asserted", None, None, "99")
    assert of_cameo("x") is None


def test_what_is_only_intended_is_planned() -> None:
    for code in ("030", "0312", "036", "0333", "0353", "039"):
        found = of_cameo(code)
        assert found is not None
        assert (found.status, found.plover) == ("planned", "AGREE")
    assert of_plover("AGREE", "").status == "planned"


def test_what_only_says_that_something_was_said_is_other() -> None:
    assert {of_cameo(f"01{digit}").relation for digit in "01234578"} == {"OTHER"}  # type: ignore[union-attr]


def test_icews_names_codes_in_words() -> None:
    assert of_icews("Use conventional military force") == "190"
    assert of_icews("find guilty or liable (legally)") == "116"
    assert of_icews("Dance") is None
