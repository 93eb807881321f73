"""What a judgement speaks of: an id wherever it occurs, its occurrences with some traits, or one occurrence."""

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.errors import InputError
from graph.identity import traits
from graph.ids import sha256

# What newsgraph itself appends to an id, and no extracted id may hold (`graph.jsonl` sees to that).
_APPENDED = re.compile(rf"@(?:article|{'|'.join(traits.DIMENSIONS)}):[^@]*")
_ARTICLE = "@article:"


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """Occurrences of one extracted id: all, those with certain traits, or the one in an article.

    Attributes:
        identity: the id as extracted.
        part: the traits that the occurrences have, as `traits.written` writes them; the value `none` stands for
            those that have no such trait; "" for any traits.
        article: the article's id, where one occurrence is meant.

    """

    identity: str
    part: str = ""
    article: str | None = None

    @property
    def id(self) -> str:
        """The id with its part: "person:john-smith@country:gb"."""
        return f"{self.identity}@{self.part}" if self.part else self.identity

    def __str__(self) -> str:
        return f"{self.id} in article {self.article}" if self.article is not None else self.id


@lru_cache(maxsize=100_000)
def reference(identity: str, article: str | None = None) -> Reference:
    """Return the reference that an id, with or without a part, and an article make.

    Raises:
        InputError: the id is one that newsgraph made for one occurrence; there the article itself must be named.

    """
    found = _APPENDED.search(identity)
    if found is None:
        return Reference(identity, "", article)
    if _ARTICLE in identity:
        raise InputError(
            f"{identity} is one occurrence; name the id before {_ARTICLE} and the article it stands in"
        )
    return Reference(
        identity[: found.start()], traits.written(traits.read(identity[found.start() :])), article
    )


def is_appended_to(identity: str) -> bool:
    """Return whether an id holds what only newsgraph appends to ids."""
    return _APPENDED.search(identity) is not None


def id_in_article(identity: str, article: str) -> str:
    """Return the id of an actor that is one occurrence of an id, told apart from the others."""
    return f"{identity}{_ARTICLE}{sha256(article)[:16]}"


def article_mark(identity: str) -> tuple[str, str] | None:
    """Return the extracted id and the article's hash of what `id_in_article` made; None for any other id."""
    base, mark, digits = identity.partition(_ARTICLE)
    return (base, digits) if mark else None
