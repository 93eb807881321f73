"""What commands print: text as it is, nothing that steers a terminal, bars that do not wipe each other out."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from graph import console

HERE = Path(__file__).parents[1]

_TWO_BARS = """
from graph import console
with console.progress("loading", total=3) as outer:
    with console.progress("extracting", total=3) as inner:
        for number in range(3):
            inner(1)
            console.note(f"a note {number}")
            outer(1)
"""


def test_text_is_printed_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    console.print_rows([{"text": "[bold]a[/bold] :fire: [link=x]"}], as_json=False)
    console.note("country:cat: [red]b")
    printed = capsys.readouterr()
    assert "[bold]a[/bold] :fire: [link=x]" in printed.out
    assert printed.err == "country:cat: [red]b\n"


def test_text_does_not_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    evil = "a\x1b[2Jb\x9b31mc\x07\td\ne"
    console.print_rows([{"\x1bcolumn": evil}], as_json=False)
    console.note(evil)
    printed = capsys.readouterr()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", printed.out + printed.err)
    console.print_rows([{"text": evil}], as_json=True)
    assert json.loads(capsys.readouterr().out) == {"text": evil}


def test_bars_and_notes_share_one_terminal() -> None:
    terminal, side = pty.openpty()
    command = [sys.executable, "-c", _TWO_BARS]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=side, cwd=HERE) as process:
        assert process.wait(timeout=60) == 0
    os.close(side)
    shown = os.read(terminal, 100_000).decode()
    os.close(terminal)
    # One display draws both: its frames hold the two bars one below the other.
    assert re.search(r"loading[^\n]*\n[^\n]*extracting", shown)
    notes = re.findall(r"a note \d", shown)
    assert notes == ["a note 0", "a note 1", "a note 2"]
