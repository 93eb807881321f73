"""Cursors: where the next page of a list begins, opaque to the caller."""

import base64
import binascii

from graph.errors import InputError

_LARGEST = 1_000_000


def encode(skip: int) -> str:
    """Return the cursor of the page that begins after `skip` items."""
    return base64.urlsafe_b64encode(str(skip).encode()).decode().rstrip("=")


def decode(cursor: str | None) -> int:
    """Return how many items stand before a cursor's page.

    Raises:
        InputError: it is no cursor that this program made.

    """
    if cursor is None:
        return 0
    try:
        text = base64.urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4)).decode("ascii")
        skip = int(text) if text.isdecimal() and len(text) <= len(str(_LARGEST)) else -1
    except (UnicodeError, binascii.Error):
        skip = -1
    if not 0 <= skip <= _LARGEST:
        raise InputError(
            f"cursor {cursor!r} is not one that a page of this list gave; begin without a cursor"
        )
    return skip
