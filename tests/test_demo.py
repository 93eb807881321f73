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

HERE = Path(__file__).parents[1]


@pytest.mark.model
@pytest.mark.neo4j
@pytest.mark.slow
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_demonstration_shows_serves_and_ends(tmp_path: Path, ending: signal.Signals) -> None:
    article = tmp_path / "a.txt"
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
