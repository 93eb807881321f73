"""Ids that are made from content, and keys that are ids safe for a URL path."""

import base64
import hashlib
import re
import unicodedata

SAFE = re.compile(r"[A-Za-z0-9._~:@-]+")


def sha256(text: str) -> str:
    """Return the hex SHA-256 of the text's UTF-8; lone surrogates count as their code points."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def content_id(prefix: str, *parts: object) -> str:
    """Return `prefix:` and 20 hex digits that depend on all the parts and on nothing else."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}:{sha256(joined)[:20]}"


def slug(name: str) -> str:
    """Return the name in lower case, words joined by hyphens, letters of every script kept."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return re.sub(r"[\W_]+", "-", folded).strip("-") or sha256(name)[:12]


def actor_id(kind: str, name: str, *, article: str | None = None) -> str:
    """Return the id of an actor without a Wikidata id; with `article` it is that article's own."""
    local = f"@{sha256(article)[:8]}" if article is not None else ""
    return f"{kind.lower()}:{slug(name)}{local}"


def key(identifier: str) -> str:
    """Return the id made safe for a URL path: itself, else `~` and its base64url without padding."""
    # A path segment of one or two dots would be resolved away.
    if SAFE.fullmatch(identifier) and not identifier.startswith("~") and identifier not in {".", ".."}:
        return identifier
    encoded = base64.urlsafe_b64encode(identifier.encode("utf-8", "surrogatepass")).decode("ascii")
    return "~" + encoded.rstrip("=")
