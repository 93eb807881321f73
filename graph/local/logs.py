"""Why a server did not start, read from what it printed."""

import re
from pathlib import Path

_CAUSE = re.compile(r"^\s*Caused by: (?:[\w$]+\.)*([\w$]+)(?:: (.*))?$")
_READ_AT_MOST = 200_000


def reason(console: Path) -> str:
    """Return the last `Caused by` of a console log, else its last line."""
    try:
        content = console.read_bytes()[-_READ_AT_MOST:]
    except OSError as error:
        return f"its log cannot be read ({error.strerror})"
    return reason_in(content.decode("utf-8", "replace"))


def reason_in(printed: str) -> str:
    """Return the last `Caused by` of what a Java printed, else its last line."""
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    for line in reversed(lines):
        if match := _CAUSE.match(line):
            return match[2] or match[1]
    return lines[-1] if lines else "it printed nothing"
