"""Kill the server or the loader at random moments of a load, and look at what is left each time.

Call: python scripts/kill_at_random.py [ROUNDS], 20 unless told otherwise

After each kill every article that was acknowledged must be in the graph as it was written, no other may be there in
part, and nothing that follows from the articles may differ from what is derived anew; then the load goes on.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from invented import extraction

from graph import checking, schema, writing_out
from graph.jsonl import from_line, to_line
from graph.loading import load_extraction
from graph.local.server import LocalServer
from graph.settings import Settings
from graph.store import Store, open_store

ROUNDS = 20
CLAIMS = 10
PER_ROUND = 60  # articles that a round may load


def load(folder: Path, lines: Path) -> int:
    """Load, and name each article that is acknowledged; what runs in the process that may be killed."""
    with open_store(_settings(folder)) as store:
        for line in lines.read_text("utf-8").splitlines():
            one = from_line(line, place=str(lines))
            load_extraction(store, one)
            sys.stdout.write(f"{one.article.id}\n")
            sys.stdout.flush()
    return 0


def main() -> int:
    """Print what each round left; the exit code is 1 where anything was not whole."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    draw = random.Random(1)  # noqa: S311 - no secret
    wrong = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        server = LocalServer(_settings(folder))
        acknowledged: set[str] = set()
        written: dict[str, str] = {}
        try:
            server.ensure_running()
            with open_store(_settings(folder)) as store:
                schema.prepare(store)
            for number in range(rounds):
                what = ("server", "loader")[number % 2]
                lines = folder / "lines.jsonl"
                new = [extraction(number * PER_ROUND + each, CLAIMS) for each in range(PER_ROUND)]
                written |= {one.article.id: to_line(one) for one in new}
                lines.write_text("".join(f"{to_line(one)}\n" for one in new), encoding="utf-8")
                acknowledged |= _killed(folder, lines, what, draw.uniform(0.5, 4))
                server.ensure_running()
                with open_store(_settings(folder)) as store:
                    faults = _faults(store, acknowledged, written)
                wrong += bool(faults)
                sys.stdout.write(
                    f"{number + 1}: {what} killed, {len(acknowledged)} articles acknowledged so far, "
                    f"{'; '.join(faults) or 'all whole, nothing to mend'}\n"
                )
                sys.stdout.flush()
        finally:
            server.stop()
    return 1 if wrong else 0


def _settings(folder: Path) -> Settings:
    return Settings(data_dir=folder / "data", bolt_port=0, http_port=0)


def _killed(folder: Path, lines: Path, what: str, after: float) -> set[str]:
    """Return what was acknowledged before the kill, or before the load had ended."""
    command = [sys.executable, __file__, "--load", str(folder), str(lines)]
    told = folder / "acknowledged.txt"
    with (
        told.open("w", encoding="utf-8") as out,
        subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL) as child,  # noqa: S603 - our own words
    ):
        while not told.stat().st_size and child.poll() is None:
            time.sleep(0.05)  # until the load has begun
        time.sleep(after)
        pid = LocalServer(_settings(folder)).status().pid if what == "server" else child.pid
        if pid is not None:
            os.kill(pid, signal.SIGKILL)
        child.wait()
    # A line that the kill cut off names nothing.
    return {
        each.rstrip("\n") for each in told.read_text("utf-8").splitlines(keepends=True) if each.endswith("\n")
    }


def _faults(store: Store, acknowledged: set[str], written: dict[str, str]) -> list[str]:
    kept = {one.article.id: to_line(one) for one in writing_out.extractions(store)}
    found = [f"{identity} is gone" for identity in sorted(acknowledged - kept.keys())]
    found += [
        f"{identity} is not what was written"
        for identity, line in kept.items()
        if json.loads(line) != json.loads(written[identity])
    ]
    return found + [f"to mend: {row}" for row in checking.check(store, mend=False).rows()]


if __name__ == "__main__":
    if sys.argv[1:2] == ["--load"]:
        sys.exit(load(Path(sys.argv[2]), Path(sys.argv[3])))
    sys.exit(main())
