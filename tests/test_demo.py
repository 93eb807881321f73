"""The demonstration: what it prints, that it serves, and that nothing is left running."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import psutil
import pytest

import demo

HERE = Path(__file__).parents[1]


def demonstration(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "demo.py", *words]
    return subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False, timeout=120)


def test_one_word_of_make_is_one_path_or_several(tmp_path: Path) -> None:
    (tmp_path / "my articles").mkdir()
    assert demo._given([""]) == []
    assert demo._given([str(tmp_path / "my articles")]) == [str(tmp_path / "my articles")]
    assert demo._given(["a.txt 'b c.txt'"]) == ["a.txt", "b c.txt"]


@pytest.mark.model
@pytest.mark.neo4j
@pytest.mark.slow
def test_nothing_to_show_is_said_and_nothing_served(tmp_path: Path) -> None:
    done = demonstration(str(tmp_path / "absent.txt"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "absent.txt: cannot be read" in done.stderr
    assert "nothing to show" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.model
@pytest.mark.neo4j
@pytest.mark.slow
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_demonstration_shows_serves_and_ends(tmp_path: Path, ending: signal.Signals) -> None:
    (tmp_path / "my articles").mkdir()
    article = tmp_path / "my articles" / "a.txt"
    article.write_text("US officials denied backing Hamas. Russia attacked Ukraine on Monday, Poland said.")
    errors = tmp_path / "stderr"
    output = tmp_path / "stdout"
    with errors.open("w") as err, output.open("w") as out:
        environment = {
            **os.environ,
            "NEO4J_URI": "bolt://127.0.0.1:1",
            "NEWSGRAPH_DATA_DIR": str(tmp_path / "users"),
        }
        process = subprocess.Popen(
            [sys.executable, "demo.py", str(article)], cwd=HERE, stdout=out, stderr=err, env=environment
        )
        try:
            said = _until(errors, r"the API\s+(http://127\.0\.0\.1:\d+)")
            base = said.group(1)
            found = httpx.get(f"{base}/v1/actors", params={"q": "russia"}).json()
            assert [one["name"] for one in found["items"]] == ["Russia"]
            second = demonstration(str(article))
            assert (second.returncode, second.stdout) == (1, "")
            assert "not possible beside another demonstration" in second.stderr
            assert httpx.get(f"{base}/readyz").status_code == 200
        finally:
            process.send_signal(ending)
            assert process.wait(60) == 0
    table = output.read_text()
    assert "Who did what to whom" in table
    assert "denied" in table
    assert "Russia" in table
    assert "nothing is left running" in errors.read_text()
    assert not (tmp_path / "users").exists(), "the user's own folder must not be touched"
    left = [
        each
        for each in psutil.process_iter(["cmdline"])
        if str(HERE / ".demo") in " ".join(each.info["cmdline"] or [])
    ]
    assert left == []
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{base}/healthz")


def _until(path: Path, pattern: str, seconds: float = 120) -> re.Match[str]:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if match := re.search(pattern, path.read_text()):
            return match
        time.sleep(0.2)
    raise AssertionError(path.read_text())
